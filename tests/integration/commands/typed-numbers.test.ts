import { beforeAll, describe, expect, test } from "vitest";
import type { CommandName, InputOf } from "#lib/commands.ts";
import { MEBIBYTE } from "#lib/settings/upload-limit.ts";
import { type Company, companyOn, type Player } from "#tests/integration/commands/company.ts";
import { freshInitiative, freshTeam, freshTribe } from "#tests/integration/commands/fresh.ts";
import { useDatabase } from "#tests/support/use-database.ts";

// A form sends what was typed; whatever its browser made of it, the server reads it by the field's own rule.

let company: Company;
let initiativeId: string;
let keyResultId: string;

beforeAll(async () => {
  company = await companyOn(await useDatabase());
  initiativeId = await freshInitiative(company);
  const { keyResultIds } = await company.ask("bastien", "objective.create", {
    quarter: "2026-Q4",
    title: "Answer sooner",
    level: "company",
    commitment: "committed",
    keyResults: [{ title: "Hours", direction: "less", start: "1 200,5", target: "0,5", unit: "h" }],
  });
  keyResultId = keyResultIds[0] ?? "";
});

describe("what people type is kept as they meant it", () => {
  test("a key result from 1 200,5 to 0,5, where 9,5 is checked in", async () => {
    await company.ask("bastien", "key-result.check-in", { keyResultId, value: "9,5" });
    const kept = await company.database.keyResult.findUniqueOrThrow({
      where: { id: keyResultId },
      select: { start: true, target: true, checkIns: { select: { value: true } } },
    });
    expect([Number(kept.start), Number(kept.target)]).toEqual([1200.5, 0.5]);
    expect(kept.checkIns.map(({ value }) => Number(value))).toEqual([9.5]);
  });

  test.each([
    ["0,5", 1],
    ["0.5", 1],
    ["2,5", 5],
    ["1 000", 2000],
  ])("an effort of %s person-months is %d half months", async (value, halves) => {
    const { version } = await initiative();
    await company.ask("louis", "initiative.score", {
      ...{ initiativeId, version, factor: "effort", value },
    });
    expect(await initiative()).toMatchObject({ effortHalfMonths: halves });
  });

  test("a reach of 1.200 customers is twelve hundred of them", async () => {
    const { version } = await initiative();
    await company.ask("louis", "initiative.score", {
      initiativeId,
      version,
      factor: "reach",
      value: "1.200",
    });
    expect(await initiative()).toMatchObject({ reach: 1200 });
  });

  test("a team's band of 25 % to 40 %, and a limit of 1 024 MiB", async () => {
    const teamId = await freshTeam(company, await freshTribe(company));
    await company.ask("bastien", "band.set", {
      perimeter: "team",
      teamId,
      version: 1,
      band: { low: "25 %", high: "40" },
    });
    await company.ask("ines", "setting.change", {
      id: "upload-limit",
      value: "1 024",
      version: 0,
    });
    expect(
      await company.database.setting.findFirst({ where: { id: "upload-limit" } }),
    ).toMatchObject({ value: 1024 * MEBIBYTE });
  });

  test("what a program sends is already in the unit that is stored", async () => {
    const { version } = await initiative();
    await company.ask("louis", "initiative.score", {
      ...{ initiativeId, version, factor: "effort", value: 3 },
    });
    expect(await initiative()).toMatchObject({ effortHalfMonths: 3 });
  });
});

describe("what may mean two things, or nothing, is refused in words and changes nothing", () => {
  const refused = async <Name extends CommandName>(
    player: Player,
    name: Name,
    input: InputOf<Name>,
    key: string,
  ) => expect(company.ask(player, name, input)).rejects.toMatchObject({ key });

  test.each([
    ["1.200", "number-ambiguous"],
    ["1,200", "number-ambiguous"],
    ["neuf", "number-unreadable"],
    ["1e3", "number-unreadable"],
  ])("a check-in of %j", async (value, key) => {
    await refused("bastien", "key-result.check-in", { keyResultId, value }, key);
  });

  test("an effort that is no half month, and a share of a customer", async () => {
    const effort = { initiativeId, version: 1, factor: "effort", value: "0,3" } as const;
    await refused("louis", "initiative.score", effort, "number-not-step");
    const reach = { initiativeId, version: 1, factor: "reach", value: "0,5" } as const;
    await refused("louis", "initiative.score", reach, "number-not-whole");
    expect(await initiative()).toMatchObject({ effortHalfMonths: 3, reach: 1200 });
  });

  test("nothing where a number is asked for", async () => {
    await refused("bastien", "key-result.check-in", { keyResultId, value: " " }, "invalid");
  });
});

function initiative() {
  return company.database.initiative.findUniqueOrThrow({ where: { id: initiativeId } });
}
