import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { scoreInitiative } from "#lib/initiatives/writes/initiatives.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { fixture, monday } from "../importing.ts";
import { accept, bring, counts, edited, reasons, warned } from "./bringing.ts";

let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  await database.theme.create({ data: { title: "Reports get lost", tribeId: cast.id.pla } });
  await database.tribeQuarter.create({
    data: { tribeId: cast.id.pla, quarter: "2027-Q1", state: "committed", committedAt: monday },
  });
});

const initiatives = () =>
  database.initiative.findMany({
    orderBy: { title: "asc" },
    select: {
      ...({ id: true, title: true, kind: true, origin: true, teamId: true } as const),
      ...({ reach: true, impactHundredths: true, confidenceHundredths: true } as const),
      ...({ effortHalfMonths: true, epicKey: true, version: true } as const),
      items: { select: { quarter: true, effortHalfMonths: true }, orderBy: { quarter: "asc" } },
      themes: { select: { theme: { select: { title: true } } } },
    },
  });

test("initiatives of Notion come in with factors, quarter, epic and theme", async () => {
  const asking = await bring(cast.ines, "initiatives", fixture("work/notion-initiatives.csv"));
  const done = await accept(cast.ines, asking);
  expect(counts(done)).toEqual({ created: 3, updated: 0, unchanged: 0, refused: 1 });
  expect(reasons(done)).toEqual(["5: row-work-team-needed"]);
  expect(done.refusedRows[0]?.params).toEqual({ teams: "Dispatch, Tournées" });
  expect(warned(done)).toEqual([
    "work-columns-left Status: 1",
    "work-value-left Impact: 1",
    "work-value-left Effort (person-months): 1",
    "work-not-found Themes: 1",
    "work-epic-taken Epic: 1",
    "work-quarter-settled Timeline: 1",
  ]);
  expect(await initiatives()).toMatchObject([
    { title: "Faster planning board", kind: "tech", reach: 300, effortHalfMonths: 6, items: [] },
    {
      ...{ title: "Map of the day", teamId: cast.id.mobile, impactHundredths: null },
      ...{ confidenceHundredths: 50, effortHalfMonths: null, epicKey: null },
      items: [{ quarter: "2026-Q4", effortHalfMonths: 2 }],
    },
    {
      ...{ title: "Offline reports", teamId: cast.id.dispatch, kind: "product", reach: 1200 },
      ...{ origin: "bottom-up", impactHundredths: 200, confidenceHundredths: 80 },
      ...{ effortHalfMonths: 3, epicKey: "PLAN-101" },
      items: [{ quarter: "2026-Q4", effortHalfMonths: 3 }],
      themes: [{ theme: { title: "Reports get lost" } }],
    },
  ]);
  const scores = await database.riceVersion.findMany({
    where: { initiative: { title: "Offline reports" } },
    select: { factor: true, reason: true, setById: true },
    orderBy: { factor: "asc" },
  });
  expect(scores.map(({ factor }) => factor)).toEqual(["confidence", "effort", "impact", "reach"]);
  expect(scores[0]).toMatchObject({ reason: "Notion · export.csv", setById: cast.ines.id });
});

test("the same file again changes nothing, and no value of a factor is kept twice", async () => {
  const before = await initiatives();
  const scores = await database.riceVersion.count();
  const again = await bring(cast.ines, "initiatives", fixture("work/notion-initiatives.csv"));
  expect(counts(again)).toEqual({ created: 0, updated: 0, unchanged: 3, refused: 1 });
  expect(await initiatives()).toEqual(before);
  expect(await database.riceVersion.count()).toBe(scores);
});

test("a factor that a person has scored since stays, one that nobody touched follows the file", async () => {
  const offline = (await initiatives())[2];
  if (!offline) throw new Error("it is gone");
  const score = { initiativeId: offline.id, factor: "impact", value: 300 } as const;
  await scoreInitiative(cast.louis, score, newCall(monday));
  const path = await edited(
    "work/notion-initiatives.csv",
    ['"1,200",High,80%', '"1,500",Low,80%'],
    ["PLAN-101", "PLAN-102"],
  );
  const done = await bring(cast.ines, "initiatives", path);
  expect(counts(done)).toMatchObject({ created: 0, refused: 1 });
  const found = (await initiatives()).find(({ title }) => title === "Offline reports");
  expect(found).toMatchObject({ reach: 1500, impactHundredths: 300, epicKey: "PLAN-102" });
});

test("a French base with ids and several quarters comes in, key results by their title", async () => {
  const objective = await database.objective.create({
    data: {
      ...{ quarter: "2026-Q4", title: "Gagner", level: "company", commitment: "committed" },
      keyResults: { create: { title: "Actifs", direction: "more", start: 0, target: 9 } },
    },
    select: { keyResults: { select: { id: true } } },
  });
  const path = await edited("work/initiatives-fr.csv", ["T4 2026;", "T4 2026;Actifs"]);
  const asking = await bring(cast.ines, "initiatives", path, { source: "Base" });
  const done = await accept(cast.ines, asking);
  expect(counts(done)).toEqual({ created: 2, updated: 0, unchanged: 0, refused: 0 });
  const found = await initiatives();
  expect(found.find(({ title }) => title === "Nouvelle base")).toMatchObject({
    ...{ kind: "tech", impactHundredths: 50, confidenceHundredths: 50, effortHalfMonths: 3 },
    items: [{ quarter: "2027-Q2" }],
  });
  const links = await database.initiativeKeyResult.findMany({
    select: { keyResultId: true, initiative: { select: { title: true } } },
  });
  expect(links).toEqual([
    {
      keyResultId: objective.keyResults[0]?.id,
      initiative: { title: "Mode hors ligne" },
    },
  ]);
});
