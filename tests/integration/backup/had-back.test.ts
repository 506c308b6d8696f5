import { appendFile, cp, open, readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { beforeAll, expect, test } from "vitest";
import { checkBackup, isBackup } from "#lib/backup/check-backup.ts";
import { backUp } from "#lib/backup/writes/back-up.ts";
import { restoreBackup } from "#lib/backup/writes/restore-backup.ts";
import { db } from "#lib/db.ts";
import { runChecks } from "#lib/doctor/checks.ts";
import { unseal } from "#lib/secret-box.ts";
import { migrate } from "#prisma/migrate.ts";
import { listMigrations } from "#prisma/migrations-folder.ts";
import { asApp } from "#tests/support/as-app.ts";
import { createTestDatabase } from "#tests/support/database.ts";
import { newFolder, sql } from "../export/databases.ts";
import { goTo, newDatabase } from "../export/taking.ts";
import {
  at,
  backUpNew,
  companyKey,
  fillCompany,
  restoreTo,
  schemaOf,
  wholeOf,
} from "./backing-up.ts";

let from: string;
let whole: string;

beforeAll(async () => {
  process.env.TRIBUNE_BACKUP_KEY = companyKey;
  process.env.NEXTAUTH_SECRET = "the secret of the installation, long enough";
  from = await createTestDatabase();
  await fillCompany(from);
  whole = await backUpNew();
});

async function copy(): Promise<string> {
  const folder = await newFolder();
  await cp(whole, folder, { recursive: true });
  return folder;
}

test("every table comes back to the digest it had, sealed secrets and proofs included, and all rules hold", async () => {
  const to = await newDatabase();
  await restoreTo(to, whole);
  const before = await wholeOf(from);
  expect(Object.keys(before.digests)).toContain("source_secret");
  expect(await wholeOf(to)).toEqual(before);
  expect(await schemaOf(to)).toEqual(await schemaOf(from));
  const checks = await runChecks({ ...process.env, DATABASE_URL: await asApp(to) });
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  const { sealed, sourceId } = await db().sourceSecret.findFirstOrThrow({
    where: { source: { name: "Connected" } },
  });
  expect(unseal(sealed, sourceId)).toBe("a token");
  await expect(sql(to, "DELETE FROM change")).rejects.toThrow("append-only");
});

test("a database that was made just now takes it too", async () => {
  const to = await createTestDatabase("template0");
  await restoreTo(to, whole);
  expect(await wholeOf(to)).toEqual(await wholeOf(from));
  expect(await migrate(to)).toEqual([]);
});

test("one of an earlier release comes back as it was, and is migrated", async () => {
  const earlier = await createTestDatabase("template0");
  await migrate(earlier, listMigrations().slice(0, 16));
  await sql(earlier, "INSERT INTO product (name) VALUES ('Earlier')");
  await goTo(earlier);
  const folder = await backUpNew();
  const to = await newDatabase();
  await restoreTo(to, folder);
  expect(await db().product.findMany({ select: { name: true } })).toEqual([{ name: "Earlier" }]);
  expect(await migrate(to)).toEqual([]);
  expect(await schemaOf(to)).toEqual(await schemaOf(from));
});

test("what is written meanwhile is in it whole or not at all", async () => {
  const url = await newDatabase();
  const writer = new Client({ connectionString: url });
  await writer.connect();
  await writer.query("BEGIN");
  await writer.query("INSERT INTO product (name) VALUES ('Under way')");
  const folder = await backUpNew();
  await writer.query("INSERT INTO department (name) VALUES ('Under way')");
  await writer.query("COMMIT");
  await writer.end();
  await restoreTo(await newDatabase(), folder);
  expect([await db().product.count(), await db().department.count()]).toEqual([0, 0]);
});

test("one damaged byte is found, wherever it lies, and nothing is restored", async () => {
  const to = await newDatabase();
  for (const file of await readdir(whole)) {
    const folder = await copy();
    const { size } = await stat(join(folder, file));
    await flip(join(folder, file), Math.floor(size / 2));
    await expect(checkBackup(folder), file).rejects.toMatchObject({
      key: expect.stringMatching(/^backup-(damaged|key-wrong)$/),
    });
  }
  expect((await wholeOf(to)).digests).toEqual((await wholeOf(await newDatabase())).digests);
});

test("a byte that goes wrong after it was looked at is found as well", async () => {
  const folder = await copy();
  const checked = await checkBackup(folder);
  await flip(join(folder, "insight.copy.zst.sealed"), 40);
  const to = await newDatabase();
  await expect(restoreBackup(folder, checked)).rejects.toThrow();
  expect(await db().person.count()).toBe(0);
  expect(await schemaOf(to)).toEqual(await schemaOf(from));
});

test.for<[string, (folder: string) => Promise<unknown>]>([
  ["a file that is missing", (folder) => rm(join(folder, "insight.copy.zst.sealed"))],
  ["a file that was added", (folder) => cp(join(folder, "manifest.json"), join(folder, "x"))],
  ["a file that is longer", (folder) => appendFile(join(folder, "person.copy.zst.sealed"), "x")],
  ["a manifest without its proof", (folder) => rm(join(folder, "manifest.mac"))],
  [
    "a file in another's place",
    (folder) => cp(join(folder, "theme.copy.zst.sealed"), join(folder, "insight.copy.zst.sealed")),
  ],
])("%s is found", async ([, damage]) => {
  const folder = await copy();
  await damage(folder);
  await expect(checkBackup(folder)).rejects.toMatchObject({ key: "backup-damaged" });
});

test("without its key nobody opens it, and none is made", async () => {
  process.env.TRIBUNE_BACKUP_KEY = "another key, which is long enough as well";
  await expect(checkBackup(whole)).rejects.toMatchObject({ key: "backup-key-wrong" });
  delete process.env.TRIBUNE_BACKUP_KEY;
  await expect(checkBackup(whole)).rejects.toMatchObject({ key: "backup-key-missing" });
  const folder = await newFolder();
  await expect(backUp(folder, at)).rejects.toMatchObject({ key: "backup-key-missing" });
  expect(await readdir(dirname(folder))).toEqual([]);
  process.env.TRIBUNE_BACKUP_KEY = companyKey;
});

test("nothing is restored on top of something", async () => {
  const to = await newDatabase();
  await sql(to, "INSERT INTO product (name) VALUES ('Already here')");
  await expect(restoreTo(to, whole)).rejects.toMatchObject({ key: "restore-not-empty" });
  expect(await db().product.count()).toBe(1);
});

test("one that fails half-way leaves no folder that could be taken for one", async () => {
  const broken = await createTestDatabase();
  await goTo(broken);
  await sql(broken, "DROP TABLE _prisma_migrations");
  const folder = await newFolder();
  await expect(backUp(folder, at)).rejects.toThrow();
  expect(await readdir(dirname(folder))).toEqual([]);
  expect(await isBackup(folder)).toBe(false);
});

async function flip(path: string, offset: number): Promise<void> {
  const file = await open(path, "r+");
  const byte = new Uint8Array(1);
  await file.read(byte, 0, 1, offset);
  byte[0] = (byte[0] ?? 0) ^ 1;
  await file.write(byte, 0, 1, offset);
  await file.close();
}
