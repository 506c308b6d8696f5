import { copyFile } from "node:fs/promises";
import { afterEach, beforeAll, expect, test } from "vitest";
import { system } from "#lib/auth/actor.ts";
import type { Database } from "#lib/db.ts";
import { findImportRun } from "#lib/imports/reads/runs.ts";
import { answerImport, startImport } from "#lib/imports/writes/commands.ts";
import { holdRun, markInterrupted } from "#lib/imports/writes/held-runs.ts";
import { enqueueImport } from "#lib/imports/writes/import-queue.ts";
import { newCall } from "#lib/operations/write.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { fileOf, fixture, keptFile, monday } from "./importing.ts";
import { startWorker, until, type Worker } from "./worker.ts";

let database: Database;
let worker: Worker | null = null;
beforeAll(async () => {
  database = await useDatabase();
});
afterEach(async () => {
  await worker?.kill();
});

async function upload(source: string, path: string): Promise<string> {
  const file = { fileName: "desk.csv", fileBytes: 1, uploadId: await keptFile(path) };
  const { id } = await startImport(
    system,
    { source, siteUrl: null, ...file, options: {} },
    newCall(monday),
  );
  await enqueueImport(id);
  return id;
}

const stateOf = (id: string) =>
  database.importRun.findUniqueOrThrow({
    where: { id },
    select: { state: true },
  });

test("a file that leaves something open waits for a person's answer, then goes on", async () => {
  const path = await fileOf(
    "Issue key,Issue id,Summary,Project type,Created",
    "ASK-1,1,Wanted,service_desk,03/04/2026 10:00",
    "ASK-2,2,Not wanted,software,05/06/2026 10:00",
  );
  const id = await upload("Asked", path);
  worker = startWorker();
  await until(async () => (await stateOf(id)).state === "asking");
  expect(await findImportRun(system, id)).toMatchObject({
    question: {
      dates: [{ column: "Created", example: "03/04/2026 10:00" }],
      projectTypes: [
        { name: "service_desk", rows: 1 },
        { name: "software", rows: 1 },
      ],
    },
  });
  await answerImport(system, { id, dates: "mdy", projectTypes: ["service_desk"] }, newCall(monday));
  await enqueueImport(id);
  await until(async () => (await stateOf(id)).state === "done");
  const tickets = await database.ticket.findMany({ where: { source: { name: "Asked" } } });
  expect(tickets).toMatchObject([
    { key: "ASK-1", deskCreatedAt: new Date("2026-03-04T09:00:00Z") },
  ]);
});

test("a file that is refused whole leaves its reason in the list of imports, and nothing else", async () => {
  const path = await fileOf("");
  await copyFile(fixture("refused-cut-quote.csv"), path);
  const id = await upload("Refused", path);
  worker = startWorker();
  await until(async () => (await stateOf(id)).state === "refused");
  expect(await findImportRun(system, id)).toMatchObject({
    refusal: { key: "importsErrors.open-quote" },
    created: 0,
  });
  expect(await database.ticket.count({ where: { source: { name: "Refused" } } })).toBe(0);
  await until(async () => (await database.upload.count()) === 0);
});

test("an import whose command line is killed is told as stopped, one that runs is not", async () => {
  const { id } = await startImport(
    system,
    { source: "Cli", siteUrl: null, fileName: "x.csv", fileBytes: 1, uploadId: null, options: {} },
    newCall(monday),
  );
  const { letGo } = await holdRun(id);
  const later = new Date(monday.getTime() + 3_600_000);
  expect(await markInterrupted(later)).toBe(0);
  await letGo();
  await until(async () => (await markInterrupted(later)) === 1);
  expect(await findImportRun(system, id)).toMatchObject({
    state: "failed",
    refusal: { key: "import-interrupted" },
    canRetry: false,
  });
});

test("a file of a site that another source stands for is refused by that one's name", async () => {
  const site = "https://desk.example";
  const start = (source: string) =>
    startImport(
      system,
      { source, siteUrl: site, fileName: "a.csv", fileBytes: 1, uploadId: null, options: {} },
      newCall(monday),
    );
  const started = await Promise.allSettled([start("Desk A"), start("Desk B"), start("Desk C")]);
  const refusals = started.flatMap((one) => (one.status === "rejected" ? [one.reason.key] : []));
  expect(refusals).toEqual(["source-site-taken", "source-site-taken"]);
});
