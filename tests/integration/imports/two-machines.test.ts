import { createReadStream } from "node:fs";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import { system } from "#lib/auth/actor.ts";
import type { Database } from "#lib/db.ts";
import { writeUploadTo } from "#lib/imports/reads/upload-file.ts";
import { inScratch, scratchFolder } from "#lib/imports/scratch.ts";
import { startImport } from "#lib/imports/writes/commands.ts";
import { enqueueImport } from "#lib/imports/writes/import-queue.ts";
import { takeInSpooled } from "#lib/imports/writes/take-in-spooled.ts";
import { dropUpload, keepUpload, sweepUploads } from "#lib/imports/writes/uploads.ts";
import { newCall } from "#lib/operations/write.ts";
import { temporaryFolder } from "#tests/support/temporary-folder.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { fileOf, fixture, keptFile, monday } from "./importing.ts";
import { startWorker, until, type Worker } from "./worker.ts";

// What was sent to one machine is read by another: nothing of it lies on either's disk.

let database: Database;
const workers: Worker[] = [];
beforeAll(async () => {
  database = await useDatabase();
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.kill()));
});

async function* bytesOf(...pieces: (Uint8Array | Error)[]) {
  for (const piece of pieces) {
    if (piece instanceof Error) throw piece;
    yield piece;
  }
}

async function begin(source: string, uploadId: string | null): Promise<string> {
  const file = { fileName: "desk.csv", fileBytes: 1, uploadId };
  const input = { source, siteUrl: null, ...file, options: {} };
  return (await startImport(system, input, newCall(monday))).id;
}

/** A worker on a machine of its own: with a disk of its own. */
function startElsewhere(): Worker {
  const here = process.env.TRIBUNE_DATA_DIR;
  process.env.TRIBUNE_DATA_DIR = temporaryFolder("machine");
  const worker = startWorker();
  if (here === undefined) delete process.env.TRIBUNE_DATA_DIR;
  else process.env.TRIBUNE_DATA_DIR = here;
  workers.push(worker);
  return worker;
}

const stateOf = async (id: string) =>
  (await database.importRun.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;

test("what is sent to one machine is imported by others, none of which saw the file, though one is killed over it", async () => {
  const header = "Issue key,Issue id,Summary,Project type";
  const rows = (letter: string) =>
    Array.from({ length: 3000 }, (_, n) => `${letter}-${n + 1},${n + 1},Wish ${n},service_desk`);
  const ids = await Promise.all(
    ["AA", "BB", "CC", "DD"].map(async (letter) =>
      begin(letter, await keptFile(await fileOf(header, ...rows(letter)))),
    ),
  );
  for (const id of ids) await enqueueImport(id);
  const killed = startElsewhere();
  await until(async () => (await database.ticket.count()) > 0);
  await killed.kill();
  startElsewhere();
  startElsewhere();
  for (const id of ids) await until(async () => (await stateOf(id)) === "done");
  expect(await database.ticket.count()).toBe(12_000);
  await until(async () => (await database.upload.count()) === 0);
});

test("a file is kept to the byte, in pieces of a mebibyte, however it comes", async () => {
  const bytes = await readFile(fixture("en-utf16be-tab.csv"));
  const large = Buffer.concat(Array.from({ length: 3000 }, () => bytes));
  const cuts = [0, 1, 700_000, 1_048_576, 1_048_577, 2_500_000, large.length];
  const pieces = cuts.slice(1).map((end, n) => large.subarray(cuts[n], end));
  const { id } = await keepUpload(bytesOf(...pieces), large.length, monday);
  const copy = join(temporaryFolder("copy"), "copy.csv");
  await writeUploadTo(copy, id);
  expect((await readFile(copy)).equals(large)).toBe(true);
  const sizes = await database.$queryRaw<{ bytes: number }[]>`
    SELECT octet_length(data) AS bytes FROM upload_piece ORDER BY n`;
  expect(Math.max(...sizes.map((piece) => piece.bytes))).toBe(1_048_576);
  await dropUpload(id);
  expect(await database.uploadPiece.count()).toBe(0);
});

test("of what is cut, too long or broken off nothing is kept", async () => {
  const piece = Buffer.alloc(1_500_000, "x");
  for (const [body, length] of [
    [bytesOf(piece), 2_000_000],
    [bytesOf(piece, piece), 2_000_000],
    [bytesOf(piece, new Error("the connection was closed")), 3_000_000],
  ] as const)
    await expect(keepUpload(body, length, monday)).rejects.toMatchObject({ key: "upload-cut" });
  expect(await database.upload.count()).toBe(0);
});

test("a file that is not what was sent is not imported", async () => {
  const id = await keptFile(await fileOf("Issue key,Summary", "AB-1,One"));
  await database.$executeRaw`
    UPDATE upload_piece SET data = set_byte(data, 3, 65) WHERE upload_id = ${id}::uuid`;
  await inScratch("damaged", async (folder) =>
    expect(writeUploadTo(join(folder, "copy"), id)).rejects.toThrow("damaged"),
  );
  await dropUpload(id);
});

test("what nobody waits for is swept: at once when its import is over, a day later when it never began", async () => {
  const path = await fileOf("Issue key,Summary", "AB-1,One");
  const { size } = await stat(path);
  const keep = async () => (await keepUpload(createReadStream(path), size, monday)).id;
  const [over, waiting, never] = [await keep(), await keep(), await keep()];
  await database.importRun.update({
    where: { id: await begin("Over", over) },
    data: { state: "done" },
  });
  await database.importRun.update({
    where: { id: await begin("Waiting", waiting) },
    data: { state: "failed" },
  });
  const left = async () => (await database.upload.findMany()).map(({ id }) => id);
  await sweepUploads(new Date(monday.getTime() + 3_600_000));
  expect(await left()).toEqual([waiting, never]);
  await sweepUploads(new Date(monday.getTime() + 25 * 3_600_000));
  expect(await left()).toEqual([waiting]);
  await dropUpload(waiting);
});

test("what an earlier release left on the disk is brought along, and what nobody waits for there goes", async () => {
  process.env.TRIBUNE_DATA_DIR = temporaryFolder("earlier");
  const spool = join(scratchFolder(), "..", "spool");
  await mkdir(spool, { recursive: true });
  const path = join(spool, "0b1f.csv");
  await writeFile(path, "Issue key,Issue id,Summary,Project type\nOLD-1,1,One,service_desk\n");
  await writeFile(join(spool, "nobody.csv"), "x");
  const id = await begin("Earlier", null);
  await database.importRun.update({ where: { id }, data: { spoolPath: path } });
  await takeInSpooled(new Date(Date.now() + 25 * 3_600_000));
  delete process.env.TRIBUNE_DATA_DIR;
  await expect(stat(path)).rejects.toThrow("ENOENT");
  await expect(stat(join(spool, "nobody.csv"))).rejects.toThrow("ENOENT");
  startElsewhere();
  await until(async () => (await stateOf(id)) === "done");
  expect(await database.ticket.count({ where: { key: "OLD-1" } })).toBe(1);
});

test("what an earlier release left nowhere any more is said to be gone after a day, and goes on should it come", async () => {
  process.env.TRIBUNE_DATA_DIR = temporaryFolder("earlier");
  const path = join(temporaryFolder("elsewhere"), "late.csv");
  const id = await begin("Late", null);
  await database.importRun.update({ where: { id }, data: { spoolPath: path } });
  const run = () =>
    database.importRun.findUniqueOrThrow({
      where: { id },
      select: { state: true, refusal: true, createdAt: true },
    });
  const { createdAt } = await run();
  const after = (hours: number) => new Date(createdAt.getTime() + hours * 3_600_000);
  await takeInSpooled(after(23));
  expect(await run()).toMatchObject({ state: "queued", refusal: null });
  await takeInSpooled(after(25));
  expect(await run()).toMatchObject({ state: "failed", refusal: { key: "import-file-gone" } });
  await writeFile(path, "Issue key,Issue id,Summary,Project type\nOLD-2,2,Two,service_desk\n");
  await takeInSpooled(after(26));
  expect(await run()).toMatchObject({ state: "queued", refusal: null });
  delete process.env.TRIBUNE_DATA_DIR;
});

test("two tries of one import don't take each other's files away", async () => {
  await inScratch("import-1", async (one) => {
    await writeFile(join(one, "unpacked"), "1");
    await inScratch("import-1", async (other) => expect(other).not.toBe(one));
    await expect(stat(join(one, "unpacked"))).resolves.toBeDefined();
  });
});
