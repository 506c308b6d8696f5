import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterEach, beforeAll, expect, test } from "vitest";
import { system } from "#lib/auth/actor.ts";
import type { Database } from "#lib/db.ts";
import { asMapping } from "#lib/imports/columns/propose-mapping.ts";
import { recogniseFile } from "#lib/imports/columns/recognise-file.ts";
import { findImportRun, listImportRuns } from "#lib/imports/reads/runs.ts";
import { inScratch, scratchFolder, sweepScratch } from "#lib/imports/scratch.ts";
import { answerImport, giveUpImport, startImport } from "#lib/imports/writes/commands.ts";
import { enqueueImport } from "#lib/imports/writes/import-queue.ts";
import { unpackUpload } from "#lib/imports/writes/unpack-upload.ts";
import { keepUpload } from "#lib/imports/writes/uploads.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";
import { temporaryFolder } from "#tests/support/temporary-folder.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { type ZipFile, zipOf } from "#tests/support/zip.ts";
import { tribune } from "./cli.ts";
import { monday } from "./importing.ts";
import { startWorker, until, type Worker } from "./worker.ts";

const id = (n: number) => n.toString(16).padStart(32, "0");
let database: Database;
let worker: Worker | null = null;
beforeAll(async () => {
  database = await useDatabase();
  const data = await mkdtemp(join(tmpdir(), "tribune-archives-"));
  process.env.TRIBUNE_DATA_DIR = data;
  return () => rm(data, { recursive: true, force: true });
});
afterEach(async () => {
  await worker?.kill();
});

/** A base as Notion gives it: an archive in an archive, two tables of it, and the page of each row. */
function baseOf(...titles: string[]): Buffer {
  return baseWith([], ...titles);
}

function baseWith(others: ZipFile[], ...titles: string[]): Buffer {
  const rows = titles.map((title) => `${title},New\n`);
  const pages = titles.map((title, n) => ({
    name: `Feedback/${title} ${id(n + 1)}.md`,
    data: `# ${title}\n\nStatus: New\n\nWhat was said of ${title}.\n`,
  }));
  const inner = zipOf([
    { name: `Feedback ${id(99)}.csv`, data: `Name,Status\n${rows[0]}` },
    { name: `Feedback ${id(99)}_all.csv`, data: `Name,Status\n${rows.join("")}` },
    ...pages,
    ...others,
  ]);
  return zipOf([{ name: `ExportBlock-${id(7)}-Part-1.zip`, data: inner, stored: true }]);
}

async function upload(source: string, archive: Buffer): Promise<{ id: string; uploadId: string }> {
  async function* body() {
    yield archive;
  }
  const { id: uploadId } = await keepUpload(body(), archive.length, new Date());
  const input = { source, siteUrl: null, fileName: "Export.zip", fileBytes: archive.length };
  const call = newCall(monday);
  const run = await startImport(system, { ...input, uploadId, options: {} }, call);
  return { id: run.id, uploadId };
}

const uploads = () => database.upload.count();
const working = () => readdir(scratchFolder()).catch(() => []);

const stateOf = (run: string) =>
  database.importRun.findUniqueOrThrow({ where: { id: run }, select: { state: true } });
const ticketsOf = (source: string) =>
  database.ticket.findMany({
    where: { source: { name: source } },
    select: { title: true, body: true, key: true },
    orderBy: { title: "asc" },
  });

test("on the command line an archive of Notion comes in like the table in it, with its pages' texts", async () => {
  const path = join(temporaryFolder("zip"), "Export.zip");
  await writeFile(path, baseOf("Dark mode", "Offline"));
  const said = ["--source", "Notion", "--map", "Name=summary", "--map", "Text=description"];
  const { code, out, error } = await tribune(
    ...["import", path, ...said, "--identity", "Page ID", "--json"],
  );
  expect({ code, error }).toEqual({ code: 0, error: "" });
  expect(JSON.parse(out)).toMatchObject({ file: "Export.zip", rows: 2, created: 2, refused: [] });
  expect(await ticketsOf("Notion")).toEqual([
    { title: "Dark mode", body: "What was said of Dark mode.", key: id(1) },
    { title: "Offline", body: "What was said of Offline.", key: id(2) },
  ]);
  const again = await tribune("import", path, "--source", "Notion", "--json");
  expect(JSON.parse(again.out)).toMatchObject({ created: 0, unchanged: 2 });
});

test("pages of an archive that belong to no row are told, of insights and of themes, previewed or not", async () => {
  await castOn(database);
  const path = join(temporaryFolder("zip"), "Export.zip");
  const lost = { name: `Feedback/Lost ${id(50)}.md`, data: "# Lost\n\nNobody's.\n" };
  await writeFile(path, baseWith([lost], "Dark mode"));
  const insights = ["--map", "Name=summary", "--identity", "Page ID"];
  const themes = ["--of", "themes", "--map", "Name=title", "--place", "Planning"];
  for (const said of [insights, themes, [...insights, "--dry-run"], [...themes, "--dry-run"]]) {
    const { out, error } = await tribune("import", path, "--source", "Lost", ...said, "--json");
    expect({ said, error }).toEqual({ said, error: "" });
    const told = "1 page of this archive belongs to no row of the table and did not come in: Lost.";
    expect(out).toContain(told);
  }
});

test("an archive that can't come in is refused in a sentence, and leaves nothing behind", async () => {
  const folder = temporaryFolder("zip");
  const path = join(folder, "Export.zip");
  const whole = baseOf("Dark mode");
  const table = { name: "A.csv", data: "Name\nOne\n" };
  for (const [archive, words] of [
    [whole.subarray(0, whole.length - 40), "can’t be unpacked"],
    [zipOf([{ ...table, locked: true }]), "password"],
    [zipOf([{ name: "photo.png", data: "x" }]), "neither a CSV nor pages"],
    [zipOf([table, { ...table, name: "B.csv" }]), "A.csv\nB.csv"],
    [zipOf([{ ...table, data: Buffer.alloc(80 * 1024 * 1024) }]), "far more"],
    [zipOf([{ ...table, name: "../A.csv" }]), "can’t be unpacked"],
    [zipOf([{ name: "[Content_Types].xml", data: "<Types/>" }]), "spreadsheet workbook"],
  ] as const) {
    await writeFile(path, archive);
    const { code, out, error } = await tribune("import", path, "--source", "Nothing");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(error).toContain(words);
    expect(error).not.toMatch(/\bat .*\.ts|SQL|node:/);
  }
  expect(await database.source.count({ where: { name: "Nothing" } })).toBe(0);
});

test("an archive that is sent is unpacked, asks what its columns mean, and goes on", async () => {
  const { id: run, uploadId } = await upload(
    "Sent",
    baseOf("Dark mode", "Offline", "Dark mode too"),
  );
  await enqueueImport(run);
  worker = startWorker();
  await until(async () => (await stateOf(run)).state === "asking");
  const asked = (await findImportRun(system, run))?.question?.mapping;
  expect(asked?.columns.map(({ header }) => header)).toEqual([
    ...["Name", "Status", "Page ID", "Text"],
  ]);
  await until(async () => (await working()).length === 0);
  await worker.kill();
  const { signature, proposal } = await inScratch("looked-into", async (folder) =>
    recogniseFile((await unpackUpload({ id: run, uploadId, cursorRow: 0 }, folder)).path),
  );
  if (!proposal) throw new Error("nothing was proposed");
  const mapping = asMapping(signature, proposal);
  const answer = { id: run, dates: null, projectTypes: null, mapping };
  await answerImport(system, answer, newCall(monday));
  await enqueueImport(run);
  worker = startWorker();
  await until(async () => (await stateOf(run)).state === "done");
  expect(await ticketsOf("Sent")).toMatchObject([
    { title: "Dark mode", body: "What was said of Dark mode.", key: id(1) },
    { title: "Dark mode too", body: "What was said of Dark mode too.", key: id(3) },
    { title: "Offline", body: "What was said of Offline.", key: id(2) },
  ]);
  await until(async () => (await uploads()) === 0);
  expect(await working()).toEqual([]);
});

test("an archive whose worker is killed in the middle of it is unpacked by the next, and no half of it stays", async () => {
  const titles = Array.from({ length: 1500 }, (_, n) => `Wish ${n}`);
  const { id: run, uploadId } = await upload("Killed", baseOf(...titles));
  const unpacked = async () => {
    const [folder] = (await working()).filter((name) => name.startsWith(`import-${run}-`));
    const half = folder && join(scratchFolder(), folder, "unpacked");
    return half && existsSync(half) && (await readdir(half)).length > 0;
  };
  await enqueueImport(run);
  worker = startWorker();
  await until(async () => Boolean(await unpacked()));
  await worker.kill();
  expect([await unpacked(), await uploads()]).toEqual([true, 1]);
  worker = startWorker();
  await until(async () => (await stateOf(run)).state === "asking");
  await until(async () => (await working()).length === 0);
  const { fileBytes } = await database.importRun.findUniqueOrThrow({ where: { id: run } });
  const table = await inScratch("looked-into", async (folder) =>
    readFile((await unpackUpload({ id: run, uploadId, cursorRow: 0 }, folder)).path, "utf8"),
  );
  expect(Number(fileBytes)).toBe(Buffer.byteLength(table));
  expect(parse(table)).toHaveLength(titles.length + 1);
  await giveUpImport(system, { id: run }, newCall(monday));
  expect(await uploads()).toBe(0);
});

test("an archive that is sent and can't come in leaves its reason and no file", async () => {
  const whole = baseOf("Dark mode");
  const { id: run } = await upload("Cut", whole.subarray(0, whole.length - 30));
  await enqueueImport(run);
  worker = startWorker();
  await until(async () => (await stateOf(run)).state === "refused");
  expect(await findImportRun(system, run)).toMatchObject({
    refusal: { key: "importsErrors.archive-damaged" },
    isGivenUp: false,
  });
  await until(async () => (await uploads()) === 0);
  expect(await working()).toEqual([]);
});

test("working copies that a killed process left are swept a day later", async () => {
  const left = join(scratchFolder(), "import-nobody");
  await mkdir(left, { recursive: true });
  await writeFile(join(left, "half.csv"), "Name");
  await utimes(left, monday, monday);
  await sweepScratch(new Date(monday.getTime() + 3_600_000));
  expect(existsSync(left)).toBe(true);
  await sweepScratch(new Date(monday.getTime() + 25 * 3_600_000));
  expect(existsSync(left)).toBe(false);
});

test("an import that a person gave up is told apart from one that was refused", async () => {
  const { id: run } = await upload("Given up", zipOf([{ name: "A.csv", data: "x\n1\n" }]));
  await database.importRun.update({ where: { id: run }, data: { state: "asking" } });
  await giveUpImport(system, { id: run }, newCall(monday));
  const listed = await listImportRuns(system);
  expect(listed.find((one) => one.id === run)).toMatchObject({ state: "refused", isGivenUp: true });
  expect(await findImportRun(system, run)).toMatchObject({ isGivenUp: true });
});
