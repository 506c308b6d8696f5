import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CommandName, type InputOf, runCommand } from "#lib/commands.ts";
import { operationsByName } from "#lib/nouns.ts";
import { newCall } from "#lib/operations/write.ts";
import type { Case } from "#tests/integration/commands/case.ts";
import { cases } from "#tests/integration/commands/cases.ts";
import { names } from "#tests/integration/commands/catalogue.ts";
import { type Company, companyOn, now, type Player } from "#tests/integration/commands/company.ts";
import { allTables, rowsOf, tablesOf } from "#tests/integration/commands/rows.ts";
import { useDatabase } from "#tests/support/use-database.ts";

let company: Company;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
  company = await companyOn(await useDatabase());
});

// An import that is answered wakes the worker through a queue, which nobody reads here.
afterAll(async () => (await globalThis.tribuneQueue)?.stop({ graceful: false }));

const run = (name: CommandName, by: Player, input: unknown, call = newCall(now)) =>
  runCommand(name, company.people[by], input, call);

/** Asks, and sees that it is refused with this key and that nothing is written. */
async function refused(key: string, name: CommandName, by: Player, input: unknown) {
  const before = await company.database.operation.count();
  await expect(run(name, by, input)).rejects.toMatchObject({ key });
  expect(await company.database.operation.count()).toBe(before);
}

async function tryRefusal<Name extends CommandName>(name: Name): Promise<void> {
  const one: Case<Name> = cases[name];
  if (typeof one.refused === "string") throw new Error(one.refused);
  const { key, by = one.who, input } = one.refused;
  await refused(key, name, by, await input(company));
}

async function tryConflict<Name extends CommandName>(name: Name): Promise<void> {
  const one: Case<Name> = cases[name];
  const input: InputOf<Name> = await one.works(company);
  if (typeof one.conflict === "string") {
    await expect(run(name, one.who, input)).resolves.toBeDefined();
    await expect(run(name, one.who, input)).resolves.toBeDefined();
    return;
  }
  await one.conflict.meanwhile(company, input);
  await refused(one.conflict.key, name, one.who, input);
}

describe.each(names)("%s", (name) => {
  // Where nothing can be refused its case says why.
  if (typeof cases[name].refused !== "string")
    it("refuses with its sentence, and writes nothing", () => tryRefusal(name));

  it("refuses fields that nobody asked for", async () => {
    const input = await cases[name].works(company);
    await refused("invalid", name, cases[name].who, { ...input, nobodyAsked: true });
  });

  it("says so when somebody else was faster, or does not mind", () => tryConflict(name));

  it("is done once however often it is sent, and never as another act", async () => {
    const { who, works } = cases[name];
    const [input, other] = [await works(company), await works(company)];
    const call = newCall(now);
    const before = await company.database.operation.count();
    const first = await run(name, who, input, call);
    expect(await run(name, who, input, call)).toEqual(first);
    expect(await company.database.operation.count()).toBe(before + 1);
    await expect(run(name, who, other, call)).rejects.toMatchObject({
      key: "operation-asked-otherwise",
    });
    expect(await company.database.operation.count()).toBe(before + 1);
  });

  it("can be taken back, or says that it can't", async () => {
    const { who, works } = cases[name];
    const input = await works(company);
    const before = await rowsOf(company.database, await allTables(company.database));
    const call = newCall(now);
    await run(name, who, input, call);
    const { operationId } = call;
    const done = await company.database.operation.findUniqueOrThrow({ where: { id: operationId } });
    if (operationsByName.get(done.name)?.undo === "final")
      return refused("undo-not-possible", "undo", who, { operationId });
    const tables = await tablesOf(company.database, operationId);
    expect(tables).not.toEqual([]);
    const between = await rowsOf(company.database, tables);
    await run("undo", who, { operationId });
    const after = await rowsOf(company.database, tables);
    for (const table of tables) {
      expect(between.get(table), table).not.toEqual(before.get(table));
      expect(after.get(table), table).toEqual(before.get(table));
    }
  });
});
