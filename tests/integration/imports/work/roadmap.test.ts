import { beforeAll, expect, test } from "vitest";
import { now } from "#lib/clock.ts";
import type { Database } from "#lib/db.ts";
import { listWorkRows } from "#lib/imports/work/reads/rows.ts";
import { findWorkUndoForecast } from "#lib/imports/work/reads/undo-forecast.ts";
import { undoWork } from "#lib/imports/work/writes/commands-undo.ts";
import { carryOutImport } from "#lib/imports/writes/carry-out-import.ts";
import { createInitiative, editInitiative } from "#lib/initiatives/writes/initiatives.ts";
import { newCall } from "#lib/operations/write.ts";
import { moveItem, resizeItem } from "#lib/roadmap/writes/items.ts";
import { commitQuarter } from "#lib/roadmap/writes/quarter.ts";
import { castOn } from "#tests/support/cast.ts";
import { paris } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { fileOf, monday } from "../importing.ts";
import { accept, bring, counts, run, warned } from "./bringing.ts";

let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

/** An initiative made by hand that a file only places: nothing else of it changes. */
async function placedByFile(title: string, quarter: string) {
  await createInitiative(
    cast.louis,
    {
      ...({
        title,
        problem: "",
        kind: "product",
        origin: "bottom-up",
        originReason: null,
      } as const),
      ...{ teamId: cast.id.dispatch, themeIds: [] },
    },
    newCall(monday),
  );
  const path = await fileOf("Initiative,Team,Quarter", `${title},Dispatch,${quarter}`);
  const asking = await bring(cast.ines, "initiatives", path, { source: title });
  const done = asking.state === "asking" ? await accept(cast.ines, asking) : asking;
  expect(counts(done)).toMatchObject({ created: 0, updated: 1 });
  const item = await database.roadmapItem.findFirstOrThrow({ where: { initiative: { title } } });
  return { id: done.id, item };
}

async function standsInTheWay(id: string, title: string) {
  const forecast = await findWorkUndoForecast(cast.ines, id);
  expect(forecast?.blockers).toMatchObject([{ title, target: "initiative" }]);
  await expect(undoWork(cast.ines, { id }, newCall(monday))).rejects.toMatchObject({
    ...{ key: "import-work-worked-on", params: { count: 1 } },
  });
}

test("an initiative that was only placed is told as updated, and taken out again by an undo", async () => {
  const { id } = await placedByFile("Placed", "2028-Q1");
  const page = { after: null, now: monday };
  const updated = await listWorkRows(cast.ines, id, { ...page, made: false });
  expect(updated).toMatchObject([{ title: "Placed", target: "initiative" }]);
  expect(await listWorkRows(cast.ines, id, { ...page, made: true })).toEqual([]);
  expect(await findWorkUndoForecast(cast.ines, id)).toEqual({
    ...{ archived: 0, restored: 1 },
    blockers: [],
  });
  const undone = await undoWork(cast.ines, { id }, newCall(monday));
  expect(undone).toMatchObject({ archived: 0, restored: 1 });
  expect(await database.roadmapItem.count()).toBe(0);
});

test("what an import placed in a quarter that is committed since is not taken out", async () => {
  const { id } = await placedByFile("Committed", "2028-Q2");
  const quarter = { tribeId: cast.id.pla, quarter: "2028-Q2" } as const;
  await commitQuarter(cast.clara, quarter, newCall(monday));
  await standsInTheWay(id, "Committed");
});

test("what an import placed and a person moved since is not taken out", async () => {
  const { id, item } = await placedByFile("Moved", "2028-Q3");
  const to = { teamId: cast.id.dispatch, quarter: "2028-Q4", afterItemId: null } as const;
  await moveItem(cast.clara, { itemId: item.id, ...to }, newCall(monday));
  await standsInTheWay(id, "Moved");
});

test("what an import placed and a person resized since is not taken out", async () => {
  const { id, item } = await placedByFile("Resized", "2028-Q3");
  await resizeItem(cast.clara, { itemId: item.id, effortHalfMonths: 9 }, newCall(monday));
  await standsInTheWay(id, "Resized");
});

test("an initiative that a person gave to another team is placed in that team's lane, where its Tribe still drafts", async () => {
  const source = { source: "Given" };
  const fileFor = (quarters: string) =>
    fileOf("Initiative;Équipe;Trimestre", `Given;Dispatch;${quarters}`);
  const first = await bring(cast.ines, "initiatives", await fileFor("T1 2029"), source);
  await accept(cast.ines, first);
  const { id, version } = await database.initiative.findFirstOrThrow({ where: { title: "Given" } });
  const given = { initiativeId: id, version, teamId: cast.id.mobile };
  await editInitiative(cast.bastien, given, newCall(monday));
  const quarter = { tribeId: cast.id.ter, quarter: "2029-Q3" } as const;
  await commitQuarter(cast.yanis, quarter, newCall(monday));
  const path = await fileFor("T1 2029, T2 2029, T3 2029");
  const previewed = await bring(cast.ines, "initiatives", path, { ...source, preview: true });
  expect(previewed.question?.forecast).toMatchObject({
    updated: 1,
    warnings: [{ key: "work-quarter-settled", params: { count: 1, sample: "2029-Q3" } }],
    differences: [{ changes: [{ field: "quarter", after: "2029-Q2" }] }],
  });
  const done = await accept(cast.ines, previewed);
  expect(counts(done)).toMatchObject({ updated: 1 });
  expect(warned(done)).toEqual(["work-quarter-settled Trimestre: 1"]);
  const items = () =>
    database.roadmapItem.findMany({
      where: { initiativeId: id },
      orderBy: { quarter: "asc" },
      select: { quarter: true, teamId: true },
    });
  const { dispatch, mobile } = cast.id;
  const before = [
    { quarter: "2029-Q1", teamId: dispatch },
    { quarter: "2029-Q2", teamId: mobile },
  ];
  expect(await items()).toEqual(before);

  const again = await bring(cast.ines, "initiatives", path, source);
  expect(counts(again)).toMatchObject({ updated: 0, unchanged: 1 });
  expect(warned(again)).toEqual(["work-quarter-settled Trimestre: 1"]);
  await database.tribeQuarter.deleteMany({ where: { tribeId: cast.id.ter } });
  const open = await bring(cast.ines, "initiatives", path, source);
  expect(counts(open)).toMatchObject({ updated: 1 });
  expect(warned(open)).toEqual([]);
  expect(await items()).toEqual([...before, { quarter: "2029-Q3", teamId: mobile }]);
});

test("what could not be placed is told once of all batches, also when the import stopped in between", async () => {
  await database.tribeQuarter.create({
    data: { tribeId: cast.id.pla, quarter: "2030-Q1", state: "committed", committedAt: monday },
  });
  const rows = Array.from(
    { length: 300 },
    (_, row) => `N-${row},Many ${row},Dispatch,${row === 1 || row === 299 ? "Q1 2030" : ""}`,
  );
  const path = await fileOf("Id,Initiative,Team,Quarter", ...rows);
  const asking = await bring(cast.ines, "initiatives", path, { source: "Many" });
  await database.$executeRaw`
    CREATE FUNCTION stop_at() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF NEW.title = 'Many 280' THEN RAISE EXCEPTION 'stopped'; END IF; RETURN NEW; END $$`;
  await database.$executeRaw`
    CREATE TRIGGER stop_at BEFORE INSERT ON initiative FOR EACH ROW EXECUTE FUNCTION stop_at()`;
  await expect(accept(cast.ines, asking)).rejects.toThrow("stopped");
  await database.$executeRaw`DROP TRIGGER stop_at ON initiative`;
  await carryOutImport(asking.id, { now, timeZone: paris });
  const done = await run(asking.id);
  expect(counts(done)).toMatchObject({ created: 300 });
  expect(warned(done)).toEqual(["work-quarter-settled Quarter: 2"]);
});
