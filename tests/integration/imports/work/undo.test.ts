import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { findWorkUndoForecast } from "#lib/imports/work/reads/undo-forecast.ts";
import { undoWork } from "#lib/imports/work/writes/commands-undo.ts";
import { scoreInitiative } from "#lib/initiatives/writes/initiatives.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { fixture, monday } from "../importing.ts";
import { accept, bring, counts, edited } from "./bringing.ts";

let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  await insightOn(database, cast.id.desk);
});

const undo = (id: string) => undoWork(cast.ines, { id }, newCall(monday));

const themes = () =>
  database.theme.findMany({
    where: { archivedAt: null },
    orderBy: { title: "asc" },
    select: { title: true, description: true, insights: { select: { insightId: true } } },
  });

const initiatives = () =>
  database.initiative.findMany({
    where: { archivedAt: null },
    orderBy: { title: "asc" },
    select: {
      ...({ title: true, reach: true, impactHundredths: true, epicKey: true } as const),
      items: { select: { quarter: true } },
    },
  });

/** Every value that its reach was given, as its history tells. */
async function reachGiven(title: string) {
  const given = await database.riceVersion.findMany({
    where: { factor: "reach", initiative: { title } },
    orderBy: { id: "asc" },
    select: { value: true },
  });
  return given.map(({ value }) => value);
}

test("what an import changed is as it was, what it created leaves the lists, and the file may come again", async () => {
  const first = await bring(cast.ines, "themes", fixture("work/notion-themes.csv"));
  const made = await accept(cast.ines, first);
  const before = await themes();
  const path = await edited(
    "work/notion-themes.csv",
    ["The app needs a network.", "Otherwise said."],
    ["\n,Terrain", "\nOne more,Terrain"],
  );
  const second = await bring(cast.ines, "themes", path);
  expect(counts(second)).toMatchObject({ created: 1, updated: 1 });
  const after = await themes();
  await expect(undo(made.id)).rejects.toMatchObject({ key: "import-work-worked-on" });
  expect(await findWorkUndoForecast(cast.ines, second.id)).toEqual({
    ...{ archived: 1, restored: 1 },
    blockers: [],
  });
  await undo(second.id);
  expect(await themes()).toEqual(before);
  const again = await bring(cast.ines, "themes", path);
  expect(counts(again)).toMatchObject({ created: 1, updated: 1 });
  expect(await themes()).toEqual(after);
  await undo(again.id);
  await undo(made.id);
  expect(await themes()).toEqual([]);
  await expect(undo(made.id)).rejects.toMatchObject({ key: "import-undone-before" });
});

test("what a person did since keeps an import from being taken back, until that is taken back", async () => {
  const file = fixture("work/notion-initiatives.csv");
  const made = await accept(cast.ines, await bring(cast.ines, "initiatives", file));
  const scored = await database.initiative.findFirstOrThrow({
    where: { title: "Offline reports" },
    select: { id: true },
  });
  const score = { initiativeId: scored.id, factor: "impact", value: 300 } as const;
  await scoreInitiative(cast.louis, score, newCall(monday));
  const forecast = await findWorkUndoForecast(cast.ines, made.id);
  expect(forecast?.blockers).toMatchObject([{ title: "Offline reports", target: "initiative" }]);
  await expect(undo(made.id)).rejects.toMatchObject({
    ...{ key: "import-work-worked-on", params: { count: 1 } },
  });
  expect(await findWorkUndoForecast(cast.louis, made.id)).toBeNull();
  await expect(undoWork(cast.louis, { id: made.id }, newCall(monday))).rejects.toMatchObject({
    key: "not-allowed",
  });
});

test("factors, quarters and epics go back too, and the next import writes them again", async () => {
  const path = await edited("work/initiatives-fr.csv", ["T4 2026", "T4 2027"]);
  const source = { source: "Base" };
  const made = await accept(cast.ines, await bring(cast.ines, "initiatives", path, source));
  const before = await initiatives();
  const changed = await edited(
    "work/initiatives-fr.csv",
    ["T4 2026", "T4 2027, T1 2028"],
    ["1 200;fort", "900;faible"],
  );
  const second = await bring(cast.ines, "initiatives", changed, source);
  expect(counts(second)).toMatchObject({ updated: 1, unchanged: 1 });
  const after = await initiatives();
  await undo(second.id);
  expect(await initiatives()).toEqual(before);
  expect(await reachGiven("Mode hors ligne")).toEqual([1200, 900, 1200]);
  const again = await bring(cast.ines, "initiatives", changed, source);
  expect(counts(again)).toMatchObject({ created: 0, updated: 1 });
  expect(await initiatives()).toEqual(after);
  expect(made.created).toBe(2);
});

test("OKRs go with their key results; values that were checked in are kept", async () => {
  const made = await accept(cast.ines, await bring(cast.ines, "okrs", fixture("work/okrs.csv")));
  const checkIns = await database.checkIn.count();
  await undo(made.id);
  expect(await database.objective.count({ where: { archivedAt: null } })).toBe(0);
  expect(await database.keyResult.count({ where: { archivedAt: null } })).toBe(0);
  expect(await database.checkIn.count()).toBe(checkIns);
  const again = await bring(cast.ines, "okrs", fixture("work/okrs.csv"));
  expect(counts(again)).toMatchObject({ created: 4 });
});
