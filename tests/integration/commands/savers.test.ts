import { beforeAll, expect, it } from "vitest";
import { type CommandName, runCommand } from "#lib/commands.ts";
import { UserError } from "#lib/errors.ts";
import { newCall } from "#lib/operations/write.ts";
import { cases } from "#tests/integration/commands/cases.ts";
import { names } from "#tests/integration/commands/catalogue.ts";
import { type Company, companyOn, now } from "#tests/integration/commands/company.ts";
import { rivals } from "#tests/integration/commands/savers.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const SAVERS = 20;

/** Whoever wants them where another has just put them is told so. */
const alike: CommandName[] = ["insight.assign", "insight.share-out"];

let company: Company;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
  company = await companyOn(await useDatabase());
});

/** What those want of twenty who save at the same moment and are told that it is saved. */
async function savedBy<Name extends CommandName>(name: Name): Promise<unknown[]> {
  const { who, works } = cases[name];
  const wanted = rivals[name];
  if (typeof wanted === "string") throw new Error(wanted);
  const seen = await works(company);
  const saves = Array.from({ length: SAVERS }, async (_, n) => {
    const input = wanted(seen, n, company);
    const isSaved = await runCommand(name, company.people[who], input, newCall(now)).then(
      () => true,
      (error: unknown) => {
        if (error instanceof UserError) return false;
        throw error;
      },
    );
    return isSaved ? [input] : [];
  });
  return (await Promise.all(saves)).flat();
}

// The others say why nobody overwrites anybody: see savers.ts.
const overwriting = names.filter((name) => typeof rivals[name] !== "string");

it.each(alike)("of twenty who save by %s at once, one way is saved", async (name) => {
  const saved = await savedBy(name);
  expect(saved.length).toBeGreaterThan(0);
  for (const input of saved) expect(input).toEqual(saved[0]);
});

// Where the n-th wants what no other wants.
const apart = overwriting.filter((name) => !alike.includes(name));

it.each(apart)("of twenty who save by %s at once, one is told that it is saved", async (name) => {
  expect(await savedBy(name)).toHaveLength(1);
});
