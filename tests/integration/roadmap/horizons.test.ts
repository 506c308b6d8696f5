import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { findInitiative, listFactorVersions } from "#lib/initiatives/reads/initiative.ts";
import { listInitiatives } from "#lib/initiatives/reads/initiatives.ts";
import { findLinks } from "#lib/initiatives/reads/links.ts";
import { listInitiativesServingNothing } from "#lib/okrs/reads.ts";
import { listHorizons } from "#lib/roadmap/reads/horizons.ts";
import { findRoadmap, listPartsOf } from "#lib/roadmap/reads/roadmap.ts";
import { castOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
const numbers: Record<string, number> = {};

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  for (const [title, teamId, quarters] of [
    ["Planning by day", cast.id.dispatch, ["2026-Q4", "2027-Q1"]],
    ["Rounds that learn", cast.id.tournees, ["2027-Q1"]],
    ["A phone without a network", cast.id.mobile, ["2027-Q3"]],
    ["Done long ago", cast.id.mobile, ["2026-Q2"]],
    ["Nobody has placed it", cast.id.mobile, []],
  ] as const) {
    const rice = { reach: 100, impactHundredths: 200, confidenceHundredths: 80 };
    const made = await database.initiative.create({
      data: {
        ...{
          title,
          teamId,
          ...rice,
          kind: "product",
          origin: "top-down",
          originReason: "The board",
        },
        effortHalfMonths: 4,
      },
    });
    numbers[title] = made.number;
    for (const quarter of quarters)
      await database.roadmapItem.create({
        data: { initiativeId: made.id, teamId, quarter, effortHalfMonths: 2, position: 1 },
      });
  }
});

const planning = { code: "PLA", name: "Planning", position: 1 };

test("who is outside Product reads what comes now, next and later, each once, without a day or a figure", async () => {
  expect(await listHorizons(cast.salome, inParis(now))).toEqual([
    {
      ...{ number: numbers["Planning by day"], title: "Planning by day" },
      ...{ horizon: "now", tribe: planning },
    },
    {
      ...{ number: numbers["Rounds that learn"], title: "Rounds that learn" },
      ...{ horizon: "next", tribe: planning },
    },
    {
      ...{ number: numbers["A phone without a network"], title: "A phone without a network" },
      ...{ horizon: "later", tribe: expect.objectContaining({ code: "TER" }) },
    },
  ]);
});

test("they are given no quarter, score, effort or origin by any other read", async () => {
  const quarter = "2026-Q4";
  const number = numbers["Planning by day"] ?? 0;
  const whole = await findInitiative(cast.ines, number);
  expect(whole).toMatchObject({ reach: 100, effortHalfMonths: 4, originReason: "The board" });
  const shown = await findInitiative(cast.salome, number);
  const nothing = { reach: null, impactHundredths: null, confidenceHundredths: null };
  expect(shown).toMatchObject({ ...nothing, effortHalfMonths: null, originReason: null });
  const rows = await listInitiatives(cast.salome, { sort: "score", quarter, origin: "bottom-up" });
  // What they don't see they don't choose by.
  expect(rows).toHaveLength(5);
  for (const row of rows)
    expect(row).toMatchObject({ ...nothing, effortHalfMonths: null, score: null, quarters: [] });
  expect(await listInitiativesServingNothing(cast.salome, quarter)).toEqual([]);
  const id = whole?.id ?? "";
  await expect(findRoadmap(cast.salome, quarter, inParis(now))).rejects.toThrow("not-allowed");
  await expect(findLinks(cast.salome, id, quarter)).rejects.toThrow("not-allowed");
  await expect(listFactorVersions(cast.salome, id)).rejects.toThrow("not-allowed");
  expect(() => listPartsOf(cast.salome, id)).toThrow("not-allowed");
});
