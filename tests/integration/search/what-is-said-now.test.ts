import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { carryOutErasure } from "#lib/erasure/writes/carry-out.ts";
import { eraseRequester } from "#lib/erasure/writes/erase.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { listFilterOf } from "#lib/insights/list/filter.ts";
import { listInsights } from "#lib/insights/reads/list.ts";
import { handInInput } from "#lib/insights/schema.ts";
import { handInInsight } from "#lib/insights/writes/hand-in.ts";
import { splitInsight } from "#lib/insights/writes/merge.ts";
import { makeRestSearchable } from "#lib/insights/writes/searchable.ts";
import { editTitle } from "#lib/insights/writes/triage.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { inParis, paris } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { fileOf, importFile, monday } from "../imports/importing.ts";
import { takingBack } from "../imports/taking-back.ts";
import { header, row } from "../imports/undo-rows.ts";

let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
  database = await useDatabase();
  cast = await castOn(database);
});

const { undo } = takingBack(() => ({ database, cast }));

async function found(question: string): Promise<string[]> {
  const filter = listFilterOf({ state: "all", q: question });
  const { rows } = await listInsights(cast.louis, filter, inParis(monday), {});
  return rows.map(({ title }) => title ?? "").sort();
}

test("an edited title is found by what it says now, and once that is undone by what it said", async () => {
  const id = await insightOn(database, cast.id.desk, { title: "Gyrophare" });
  const call = newCall(monday);
  await editTitle(cast.louis, { id, title: "Klaxon", version: 1 }, call);
  expect([await found("gyrophare"), await found("klaxon")]).toEqual([[], ["Klaxon"]]);
  await undoOperation(cast.louis, { operationId: call.operationId }, newCall(monday));
  expect([await found("gyrophare"), await found("klaxon")]).toEqual([["Gyrophare"], []]);
});

test("what is handed in, and the parts of a split, are found at once", async () => {
  const told = { title: "Essuie-glace", body: "Il faut le rétroviseur/pare-brise" };
  const { id } = await handInInsight(cast.salome, handInInput.parse(told), newCall(monday));
  expect(await found("parebrise")).toEqual(["Essuie-glace"]);
  const parts = [{ title: "Le rétro", body: "rétroviseur" }];
  await splitInsight(cast.louis, { id, parts }, newCall(monday));
  expect(await found("rétroviseurs")).toEqual(["Essuie-glace", "Le rétro"]);
});

test("what an import changes is found by its new words, and by the former ones when it is taken back", async () => {
  await importFile(await fileOf(header, row(1, { title: "Boussole", body: "au/nord" })), "Compass");
  expect(await found("nord")).toEqual(["Boussole"]);
  const changed = row(1, { title: "Sextant", body: "au/sud", updated: "2026-03-03 10:00" });
  const { id } = await importFile(await fileOf(header, changed), "Compass");
  expect([await found("sud"), await found("nord")]).toEqual([["Sextant"], []]);
  await undo(id);
  await makeRestSearchable();
  expect([await found("nord"), await found("sud")]).toEqual([["Boussole"], []]);
});

test("a title that somebody edited stays findable when an import changes the text", async () => {
  await importFile(await fileOf(header, row(2, { body: "un brasero" })), "Camp");
  const { id } = await database.insight.findFirstOrThrow({ where: { body: "un brasero" } });
  await editTitle(cast.louis, { id, title: "Bivouac", version: 1 }, newCall(monday));
  const changed = row(2, { body: "une gamelle", updated: "2026-03-03 10:00" });
  await importFile(await fileOf(header, changed), "Camp");
  await makeRestSearchable();
  expect(await Promise.all(["bivouac", "gamelle", "brasero"].map(found))).toEqual([
    ["Bivouac"],
    ["Bivouac"],
    [],
  ]);
});

test("who is erased is found by no word from that moment on, and the rest of the text is", async () => {
  const line = row(3, {
    title: "Un accordéon",
    body: "Dit Zoé Quirinal",
    reporter: "Zoé Quirinal",
  });
  await importFile(await fileOf(header, line), "Music");
  expect(await found("quirinal")).toEqual(["Un accordéon"]);
  const requester = await database.requester.findFirstOrThrow({ where: { name: "Zoé Quirinal" } });
  const { id } = await eraseRequester(cast.ines, { requesterId: requester.id }, newCall(monday));
  await carryOutErasure(id, { now: () => monday, timeZone: paris });
  expect(await found("quirinal")).toEqual([]);
  await makeRestSearchable();
  expect(await found("accordeon")).toEqual(["Un accordéon"]);
  // Sent again by the desk, without its text changed by us.
  await importFile(await fileOf(header, line.replace("High", "Low")), "Music");
  await makeRestSearchable();
  expect([await found("quirinal"), await found("accordeon")]).toEqual([[], ["Un accordéon"]]);
});

test("what a former release stored is found as it was, until the worker has cut it again in steps", async () => {
  await database.$executeRaw`
    INSERT INTO insight (source_id, title, body, kind, said_at, updated_at)
    SELECT ${cast.id.desk}::uuid, 'Vieux ' || n, 'Un sablier, un quadrant/astrolabe', 'praise', now(), now()
    FROM generate_series(1, 450) n`;
  await database.$executeRaw`
    UPDATE insight SET search = to_tsvector('french', body) WHERE body LIKE 'Un sablier%'`;
  const stopped = new AbortController();
  stopped.abort();
  await makeRestSearchable(stopped.signal);
  expect((await found("sabliers")).length).toBeGreaterThan(10);
  expect(await found("astrolabe")).toEqual([]);
  await makeRestSearchable();
  expect((await found("astrolabe")).length).toBeGreaterThan(10);
  const [left] = await database.$queryRaw<
    { n: number }[]
  >`SELECT count(*)::int AS n FROM insight WHERE search_by = 0`;
  expect(left).toEqual({ n: 0 });
});
