import { createHash } from "node:crypto";
import {
  appendFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rm,
  truncate,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Client } from "pg";
import { beforeAll, expect, test } from "vitest";
import type { PersonActor } from "#lib/auth/actor.ts";
import { db } from "#lib/db.ts";
import { manifestSchema } from "#lib/export/manifest.ts";
import { exportCompany } from "#lib/export/reads/export-company.ts";
import { restoreCompany } from "#lib/export/writes/restore-company.ts";
import { castOn } from "#tests/support/cast.ts";
import { countAll, newFolder, sql } from "./databases.ts";
import { fill } from "./fill.ts";
import { newDatabase, take } from "./taking.ts";

let whole: string;
let ines: PersonActor;
let from: string;

beforeAll(async () => {
  from = await newDatabase();
  const cast = await castOn(db());
  ines = cast.ines;
  let count = 0;
  const text = () => {
    count += 1;
    return `text ${count}`;
  };
  await fill(from, cast, { text, json: () => "{}" });
  whole = await take(ines);
});

async function copy(): Promise<string> {
  const folder = await newFolder();
  await cp(whole, folder, { recursive: true });
  return folder;
}

const damages: [string, (folder: string) => Promise<unknown>, string, object][] = [
  [
    "a file that is cut",
    (folder) => truncate(join(folder, "insights.jsonl"), 100),
    "restore-file-changed",
    { file: "insights.jsonl" },
  ],
  [
    "a sheet that somebody worked on",
    (folder) => appendFile(join(folder, "people.csv"), "x"),
    "restore-file-changed",
    { file: "people.csv" },
  ],
  [
    "a file that is not there",
    (folder) => rm(join(folder, "themes.jsonl")),
    "restore-file-missing",
    { file: "themes.jsonl" },
  ],
  [
    "a folder that is no export",
    (folder) => rm(join(folder, "manifest.json")),
    "restore-no-export",
    {},
  ],
  [
    "a manifest that is none",
    (folder) => writeFile(join(folder, "manifest.json"), "{}"),
    "restore-file-changed",
    { file: "manifest.json" },
  ],
  [
    "an export of a newer Tribune",
    (folder) =>
      editManifest(folder, (text) =>
        text.replace(/"migration": "[^"]*"/, '"migration": "9999_later"'),
      ),
    "restore-newer",
    {},
  ],
  [
    "a column that is not known here",
    (folder) =>
      editManifest(folder, (text) =>
        text.replace('"severity"', '"severity\\"; DROP TABLE person; --"'),
      ),
    "restore-newer",
    {},
  ],
  [
    "a row that does not fit",
    (folder) =>
      rewrite(folder, "capacities.jsonl", (text) =>
        text.replace('"half_months":9', '"half_months":-9'),
      ),
    "restore-row-refused",
    { file: "capacities.jsonl", from: 1, to: 1 },
  ],
  [
    "a reference to nothing",
    (folder) =>
      rewrite(folder, "insights.jsonl", (text) =>
        text.replace(
          /"split_from_id":"[0-9a-f-]{36}"/,
          '"split_from_id":"00000000-0000-4000-8000-000000000000"',
        ),
      ),
    "restore-file-changed",
    { file: "insights.jsonl" },
  ],
];

test.for(damages)(
  "%s is refused by name, and nothing is restored",
  async ([, damage, key, params]) => {
    const folder = await copy();
    await damage(folder);
    const to = await newDatabase();
    await expect(restoreCompany(folder)).rejects.toMatchObject({
      key,
      params: expect.objectContaining(params),
    });
    expect(await countAll(to)).toBe(0);
  },
);

test("nothing is restored on top of something", async () => {
  const to = await newDatabase();
  await sql(to, "INSERT INTO product (name) VALUES ('Already here')");
  await expect(restoreCompany(whole)).rejects.toMatchObject({ key: "restore-not-empty" });
  expect(await countAll(to)).toBe(1);
});

test("a database that somebody works in is not waited for", async () => {
  const to = await newDatabase();
  const somebody = new Client({ connectionString: to });
  await somebody.connect();
  await somebody.query("BEGIN; LOCK TABLE insight");
  await expect(restoreCompany(whole)).rejects.toMatchObject({ key: "restore-busy" });
  await somebody.end();
  expect(await countAll(to)).toBe(0);
});

test("a folder with something in it is left as it is", async () => {
  await newDatabase();
  const folder = await newFolder();
  await mkdir(folder);
  await writeFile(join(folder, "mine.txt"), "mine");
  await expect(takeTo(folder)).rejects.toMatchObject({ key: "export-folder-not-empty" });
  expect(await readdir(folder)).toEqual(["mine.txt"]);
  const file = join(folder, "mine.txt");
  await expect(takeTo(file)).rejects.toMatchObject({ key: "export-folder-unwritable" });
  expect(await readFile(file, "utf8")).toBe("mine");
});

test("an export that fails half-way leaves no folder, nor half of one", async () => {
  const broken = await newDatabase();
  const cast = await castOn(db());
  await sql(broken, "DROP TABLE change");
  const folder = await newFolder();
  await expect(takeTo(folder, cast.ines)).rejects.toThrow("change");
  expect(await readdir(dirname(folder))).toEqual([]);
});

test("a folder that is empty is filled", async () => {
  await newDatabase();
  const cast = await castOn(db());
  const folder = await newFolder();
  await mkdir(folder);
  await takeTo(folder, cast.ines);
  expect(await readdir(dirname(folder))).toEqual([basename(folder)]);
  expect(await readdir(folder)).toContain("manifest.json");
});

function takeTo(folder: string, viewer: PersonActor = ines) {
  const now = new Date("2026-11-22T09:00:00Z");
  return exportCompany(viewer, folder, { as: "x", delimiter: ",", say: (key) => key, now });
}

async function editManifest(folder: string, edit: (text: string) => string): Promise<void> {
  const path = join(folder, "manifest.json");
  const before = await readFile(path, "utf8");
  expect(edit(before)).not.toBe(before);
  await writeFile(path, edit(before));
}

/** As somebody would who also knows how the manifest is made. */
async function rewrite(
  folder: string,
  file: string,
  edit: (text: string) => string,
): Promise<void> {
  const before = await readFile(join(folder, file), "utf8");
  const after = edit(before);
  expect(after).not.toBe(before);
  await writeFile(join(folder, file), after);
  const manifest = manifestSchema.parse(
    JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")),
  );
  manifest.files[file] = {
    bytes: Buffer.byteLength(after),
    sha256: createHash("sha256").update(after).digest("hex"),
  };
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
}
