import { beforeAll, expect, test } from "vitest";
import { can } from "#lib/auth/policy.ts";
import { findActorByEmail } from "#lib/auth/reads/actors.ts";
import type { Database } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { newCall } from "#lib/operations/write.ts";
import { claimSetup, ensureSetupToken, isSetupOpen } from "#lib/people/writes/set-up.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;

beforeAll(async () => {
  database = await useDatabase();
});

test("of fifty who claim the token at once, one becomes Product Ops", async () => {
  const token = (await ensureSetupToken(now)) ?? "";
  expect(await isSetupOpen(token)).toBe(true);
  const kept = await database.setupToken.findFirstOrThrow();
  expect(kept.tokenHash).not.toContain(token);
  const claims = await Promise.allSettled(
    Array.from({ length: 50 }, (_, index) =>
      claimSetup(
        {
          token,
          name: "Inès",
          email: `ines${index}@soupape.example`,
          password: "long enough, surely",
          language: "fr",
        },
        newCall(now),
      ),
    ),
  );
  expect(claims.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const claim of claims)
    if (claim.status === "rejected") {
      expect(claim.reason).toBeInstanceOf(UserError);
      expect(claim.reason).toMatchObject({ key: "set-up-closed" });
    }
  const people = await database.person.findMany({ select: { email: true } });
  expect(people).toHaveLength(1);
  const first = await findActorByEmail(people[0]?.email ?? "", inParis(now));
  expect(first && can(first, "settings:manage")).toBe(true);
});

test("once somebody is there no token is made and none works", async () => {
  expect(await ensureSetupToken(now)).toBeNull();
  expect(await isSetupOpen("anything")).toBe(false);
});
