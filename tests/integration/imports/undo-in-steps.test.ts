import { beforeAll, expect, test } from "vitest";
import { writeComment } from "#lib/comments/writes.ts";
import type { Database } from "#lib/db.ts";
import { findImportProgress, findImportRun } from "#lib/imports/reads/runs.ts";
import {
  countStayedInsights,
  findUndoForecast,
  listStayedInsights,
} from "#lib/imports/reads/undo-forecast.ts";
import { carryOutImport } from "#lib/imports/writes/carry-out-import.ts";
import { retryImport } from "#lib/imports/writes/commands.ts";
import type { UndoSettings } from "#lib/imports/writes/undo/undo-in-batches.ts";
import { assignInsights, editKind } from "#lib/insights/writes/triage.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";
import { paris } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { counts, fileOf, importFile, monday } from "./importing.ts";
import { takingBack } from "./taking-back.ts";
import { header, row } from "./undo-rows.ts";

let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

const { ask, goOn, toldOf, undo, stored } = takingBack(() => ({ database, cast }));

/** Ends after so many batches, as a kill between two of them would. */
function endAfter(batches: number): Partial<UndoSettings> {
  const ending = new AbortController();
  let asked = 0;
  return {
    batchSize: 10,
    signal: ending.signal,
    // Asked for the time before each batch.
    now: () => {
      asked += 1;
      if (asked > batches * 2) ending.abort();
      return monday;
    },
  };
}

async function cutInTheMiddle(source: string, project: string) {
  const rows = Array.from({ length: 60 }, (_, n) => row(n + 1, { project }));
  const { id } = await importFile(await fileOf(header, ...rows), source);
  await ask(id);
  await goOn(id, endAfter(2));
  return id;
}

test("one that was cut in the middle says how far it is, and goes on where it was", async () => {
  const id = await cutInTheMiddle("Cut", "CU");
  const progress = await findImportProgress(cast.ines, id);
  expect(progress).toMatchObject({ state: "undoing", undo: { total: 60, failure: null } });
  const done = progress?.undo?.done ?? 0;
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(60);
  expect(progress?.share).toBeCloseTo(done / 60);
  expect(await stored("Cut")).toMatchObject({ tickets: 60 - done, insights: 60 - done });
  // A worker that takes it up finds it by its state alone.
  await carryOutImport(id, { now: () => monday, timeZone: paris, batchSize: 10 });
  expect(await toldOf(id)).toEqual({ deleted: 60, restored: 0, kept: 0, stayed: 0 });
  expect(await stored("Cut")).toEqual({ tickets: 0, insights: 0, keys: 0 });
  expect((await findImportRun(cast.ines, id))?.state).toBe("undone");
  // Called once more it is over.
  await carryOutImport(id, { now: () => monday, timeZone: paris });
});

test("what somebody begins to work on between two batches stays, and is named", async () => {
  const id = await cutInTheMiddle("Between", "BE");
  const left = await database.insight.findMany({
    where: { source: { name: "Between" } },
    orderBy: { ticketId: "desc" },
    take: 2,
  });
  const [one, two] = left;
  await assignInsights(cast.clara, { ids: [one?.id ?? ""], tribeId: cast.id.pla }, newCall(monday));
  await writeComment(
    cast.clara,
    { on: "insight", id: two?.id ?? "", body: "Mine." },
    newCall(monday),
  );
  await goOn(id, { batchSize: 10 });
  expect(await toldOf(id)).toEqual({ deleted: 58, restored: 0, kept: 0, stayed: 2 });
  expect(await stored("Between")).toEqual({ tickets: 2, insights: 2, keys: 2 });
  const stayed = await listStayedInsights(cast.ines, id);
  expect(await countStayedInsights(cast.ines, id)).toBe(2);
  expect(new Map(stayed.map(({ number, work }) => [number, work]))).toEqual(
    new Map([
      [one?.number, ["triaged", "edited"]],
      [two?.number, ["commented"]],
    ]),
  );
});

test("while a source is being taken back, nothing else is written into it from a file", async () => {
  const id = await cutInTheMiddle("Waits", "WA");
  const later = await fileOf(header, row(1, { project: "WA" }));
  await expect(importFile(later, "Waits")).rejects.toThrow("import-source-undoing");
  const { id: other } = await database.importRun.findFirstOrThrow({
    where: { source: { name: "Waits" }, state: "queued" },
  });
  await carryOutImport(other, { now: () => monday, timeZone: paris });
  expect(await database.importRun.findUniqueOrThrow({ where: { id: other } })).toMatchObject({
    state: "queued",
  });
  await goOn(id);
  expect(counts(await importFile(later, "Waits"))).toMatchObject({ created: 1 });
});

test("a ticket that a later import changed stays, and the forecast says so before", async () => {
  const first = await importFile(
    await fileOf(header, ...[1, 2, 3].map((n) => row(n, { project: "LA" }))),
    "Later",
  );
  const newer = { project: "LA", status: "Closed", updated: "2026-03-09 10:00" };
  const second = await importFile(await fileOf(header, row(2, newer)), "Later");
  expect(await findUndoForecast(cast.ines, first.id)).toMatchObject({
    ...{ created: 2, restored: 0, kept: 1, blocked: 0 },
  });
  // Work on what stays anyway stands in nobody's way.
  const { id: worked } = await database.insight.findFirstOrThrow({
    where: { ticket: { key: "LA-2" } },
  });
  await editKind(cast.clara, { ids: [worked], kind: "praise" }, newCall(monday));
  expect(await undo(first.id)).toEqual({ deleted: 2, restored: 0, kept: 1, stayed: 0 });
  expect(await database.ticket.findFirst({ where: { source: { name: "Later" } } })).toMatchObject({
    ...{ key: "LA-2", status: "Closed" },
  });
  expect(await undo(second.id)).toMatchObject({ restored: 1 });
});

test("once the later import was taken back itself, the first one takes its ticket as well", async () => {
  const first = await importFile(await fileOf(header, row(1, { project: "LB" })), "Both");
  const newer = { project: "LB", status: "Closed", updated: "2026-03-09 10:00" };
  const second = await importFile(await fileOf(header, row(1, newer)), "Both");
  await undo(second.id);
  expect(await findUndoForecast(cast.ines, first.id)).toMatchObject({ created: 1, kept: 0 });
  expect(await undo(first.id)).toMatchObject({ deleted: 1, kept: 0 });
});

test("an import that stopped is either gone on with or taken back, never both", async () => {
  const { id } = await importFile(await fileOf(header, row(1, { project: "RA" })), "Race");
  const { id: uploadId } = await database.upload.create({ data: { bytes: 0n } });
  const stopped = { state: "failed", uploadId };
  await database.importRun.update({ where: { id }, data: stopped });
  const both = await Promise.allSettled([retryImport(cast.ines, { id }, newCall(monday)), ask(id)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});
