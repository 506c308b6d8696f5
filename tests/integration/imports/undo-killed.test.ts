import { beforeAll, expect, onTestFinished, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { undoImport } from "#lib/imports/writes/undo/commands-undo.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { fileOf, importFile, monday } from "./importing.ts";
import { startWorker, until, type Worker } from "./worker.ts";

let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

function working(): Worker {
  const worker = startWorker();
  onTestFinished(() => worker.kill());
  return worker;
}

test("kill -9 in the middle of taking 12,000 rows back: the next worker goes on, nothing is left or lost", async () => {
  const rows = Array.from({ length: 12_000 }, (_, n) => `KI-${n},${n},Title ${n},Ana Ruiz,Lisle`);
  const file = await fileOf("Issue key,Issue id,Summary,Reporter,Organizations", ...rows);
  await importFile(await fileOf("Issue key,Issue id,Summary", "KI-1,1,Before"), "Killed");
  const { id } = await importFile(file, "Killed");
  await undoImport(cast.ines, { id }, newCall(monday));
  const told = () => database.importUndo.findUniqueOrThrow({ where: { importRunId: id } });

  const first = working();
  const begun = await until(async () => {
    const undo = await told();
    return undo.done > 0 && undo;
  });
  await first.kill();
  const cut = await told();
  expect(cut.done).toBeLessThan(12_000);
  expect(cut.done).toBeGreaterThanOrEqual(begun.done);
  // What is counted is gone, and what is not is there.
  expect(await database.ticket.count({ where: { importRunId: id } })).toBe(11_999 - cut.deleted);

  working();
  await until(async () => {
    const run = await database.importRun.findUniqueOrThrow({ where: { id } });
    return run.state === "undone";
  });
  expect(await told()).toMatchObject({
    ...{ total: 12_000, done: 12_000, deleted: 11_999, restored: 1, kept: 0, stayed: 0 },
    failure: null,
  });
  expect(await database.ticket.findMany({ select: { key: true, title: true } })).toEqual([
    { key: "KI-1", title: "Before" },
  ]);
  expect(await database.operation.count({ where: { name: "import.undone" } })).toBe(1);
});
