import { beforeAll, describe, expect, it } from "vitest";
import { hashPassword, passwordMatches } from "#lib/auth/password.ts";
import { findActorBySession } from "#lib/auth/reads/actors.ts";
import { editPreferences } from "#lib/auth/writes/preferences.ts";
import { closeSession, openSession, personForProfile } from "#lib/auth/writes/sessions.ts";
import type { Database } from "#lib/db.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

describe("a session", () => {
  it("is its person's, with the hats worn that day", async () => {
    const session = await openSession(cast.louis.id, now);
    expect(await findActorBySession(session, inParis(now))).toMatchObject({
      name: "Louis Marchetti",
      hats: [{ code: "pm", teamId: cast.id.dispatch }],
    });
  });

  it("ends after twelve hours", async () => {
    const session = await openSession(cast.louis.id, now);
    expect(await findActorBySession(session, inParis(hours(11.9)))).not.toBeNull();
    expect(await findActorBySession(session, inParis(hours(12)))).toBeNull();
  });

  it("ends at once with sign-out", async () => {
    const session = await openSession(cast.louis.id, now);
    await closeSession(session, now);
    expect(await findActorBySession(session, inParis(now))).toBeNull();
  });

  it("ends at once when the account is closed", async () => {
    const session = await openSession(cast.camille.id, now);
    await database.person.update({ where: { id: cast.camille.id }, data: { deactivatedAt: now } });
    expect(await findActorBySession(session, inParis(now))).toBeNull();
  });

  it("loses a hat on the day it is taken off", async () => {
    const session = await openSession(cast.aissatou.id, now);
    await database.hat.updateMany({
      where: { personId: cast.aissatou.id },
      data: { endsOn: new Date("2026-11-17") },
    });
    expect((await findActorBySession(session, inParis(now)))?.hats).toHaveLength(1);
    await database.session.update({ where: { id: session }, data: { expiresAt: hours(48) } });
    expect((await findActorBySession(session, inParis(hours(24))))?.hats).toHaveLength(0);
  });

  it("keeps what its person prefers", async () => {
    const session = await openSession(cast.yanis.id, now);
    await editPreferences(
      cast.yanis,
      { language: "en", region: "IE", theme: "dark", singleKeys: false },
      newCall(now),
    );
    expect(await findActorBySession(session, inParis(now))).toMatchObject({
      language: "en",
      region: "IE",
      theme: "dark",
      singleKeys: false,
    });
  });
});

describe("a password", () => {
  it("is kept as argon2id and matches only itself", async () => {
    const stored = await hashPassword("une phrase de passe");
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwordMatches(stored, "une phrase de passe")).toBe(true);
    expect(await passwordMatches(stored, "une phrase de passe ")).toBe(false);
    expect(await passwordMatches(null, "une phrase de passe")).toBe(false);
  });
});

describe("a company's sign-in", () => {
  const profile = (
    subject: string,
    email: string,
    emailVerified = true,
    issuer = "https://id.soupape.example",
  ) => ({
    issuer,
    subject,
    email,
    emailVerified,
    name: "Ariane Nouvelle",
  });
  const domains = ["soupape.example"];

  it("links the person who has that address, once, and afterwards goes by the subject alone", async () => {
    const first = await personForProfile(
      profile("s-1", "Clara.Vasseur@soupape.example"),
      domains,
      now,
    );
    expect(first).toBe(cast.clara.id);
    expect(
      await personForProfile(profile("s-1", "moved@elsewhere.example", false), domains, now),
    ).toBe(cast.clara.id);
    await expect(
      personForProfile(profile("s-2", "clara.vasseur@soupape.example"), domains, now),
    ).rejects.toMatchObject({
      key: "sign-in-unknown",
    });
    expect(await database.operation.count({ where: { name: "person.signed-in-first" } })).toBe(1);
  });

  it("lets the company's people in as contributors", async () => {
    const id = await personForProfile(
      profile("s-3", "ariane.nouvelle@soupape.example"),
      domains,
      now,
    );
    const session = await openSession(id, now);
    expect(await findActorBySession(session, inParis(now))).toMatchObject({
      name: "Ariane Nouvelle",
      hats: [],
    });
  });

  it("makes one person of twenty first sign-ins at once", async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, () =>
        personForProfile(profile("s-20", "vingt@soupape.example"), domains, now),
      ),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await database.person.count({ where: { email: "vingt@soupape.example" } })).toBe(1);
  });

  it.each([
    [
      "an address that the provider has not verified",
      profile("s-4", "rachel.oduya@soupape.example", false),
      "sign-in-unverified",
    ],
    ["a stranger", profile("s-5", "someone@elsewhere.example"), "sign-in-unknown"],
    [
      "a look-alike domain",
      profile("s-6", "someone@soupape.example.evil.example"),
      "sign-in-unknown",
    ],
    ["a closed account", profile("s-7", "camille.roussel@soupape.example"), "sign-in-unknown"],
  ])("refuses %s", async (_, given, key) => {
    await expect(personForProfile(given, domains, now)).rejects.toMatchObject({ key });
  });

  it("takes a name with half a character in it", async () => {
    const half = { ...profile("s-half", "half@soupape.example"), name: "Ada \ud83d" };
    const id = await personForProfile(half, domains, now);
    const { name } = await database.person.findUniqueOrThrow({ where: { id } });
    expect(name).toBe("Ada \ufffd");
  });
});
