import "server-only";
import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createZstdCompress } from "node:zlib";
import type { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import {
  type BackupKeys,
  checkOf,
  companyKey,
  keysFrom,
  macOf,
  newSalt,
  sealing,
  sealText,
} from "#lib/backup/backup-key.ts";
import { hashing } from "#lib/backup/hashing.ts";
import {
  type BackedUpTable,
  type BackupManifest,
  backupManifest,
  MAC,
  MANIFEST,
} from "#lib/backup/manifest.ts";
import {
  copied,
  listApplied,
  listSequences,
  listTables,
  quoted,
  type ShapeTable,
} from "#lib/backup/reads/database-shape.ts";
import { env } from "#lib/env.ts";
import { UserError } from "#lib/errors.ts";
import { withOwnConnection } from "#lib/export/reads/own-connection.ts";
import { wholeFolder } from "#lib/whole-folder.ts";

/**
 * All rows of all tables as of one moment, packed and sealed, into a folder that is there when it is whole and not
 * before. Nobody waits for it: it reads a snapshot.
 * @throws UserError `backup-key-missing`, `backup-folder-not-empty`, `backup-folder-unwritable`
 */
export async function backUp(folder: string, now: Date): Promise<BackupManifest> {
  const keys = keysFrom(companyKey(), newSalt());
  const refusals = {
    notEmpty: () => new UserError("backup-folder-not-empty", { folder }),
    unwritable: () => new UserError("backup-folder-unwritable", { folder }),
  };
  return wholeFolder(folder, refusals, async (building) => {
    const manifest = await withOwnConnection((client) => write(client, keys, building, now));
    await writeManifest(building, keys, manifest);
    return manifest;
  });
}

async function write(
  client: Client,
  keys: BackupKeys,
  folder: string,
  now: Date,
): Promise<BackupManifest> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const shape = await listTables(client);
  // A migration waits until all is read; whoever writes does not.
  const names = shape.map(({ table }) => quoted(table)).join(", ");
  await client.query(`LOCK TABLE ${names} IN ACCESS SHARE MODE`);
  const tables: BackedUpTable[] = [];
  for (const table of shape) tables.push(await writeTable(client, keys, folder, table));
  const migrations = await listApplied(client);
  const sequences = await listSequences(client);
  await client.query("COMMIT");
  const secret = env().NEXTAUTH_SECRET;
  return backupManifest.parse({
    ...{ format: "tribune-backup", version: 1, madeAt: now.toISOString(), migrations },
    ...{ salt: keys.salt, keyCheck: checkOf(keys) },
    secret: secret ? sealText(keys, "secret", secret) : null,
    ...{ tables, sequences },
  });
}

async function writeTable(
  client: Client,
  keys: BackupKeys,
  folder: string,
  table: ShapeTable,
): Promise<BackedUpTable> {
  const file = `${table.table}.copy.zst.sealed`;
  const rows = client.query(copyTo(`COPY ${copied(table)} TO STDOUT`));
  const plain = hashing();
  const sealed = hashing();
  const seal = sealing(keys, file);
  await pipeline(
    rows,
    plain.pass,
    createZstdCompress(),
    seal,
    sealed.pass,
    createWriteStream(join(folder, file), { flags: "wx", mode: 0o600, flush: true }),
  );
  return {
    ...table,
    ...{ rows: rows.rowCount, digest: plain.digest() },
    ...{ file, bytes: sealed.bytes(), sha256: sealed.digest() },
    tag: seal.getAuthTag().toString("hex"),
  };
}

async function writeManifest(
  folder: string,
  keys: BackupKeys,
  manifest: BackupManifest,
): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  const options = { flag: "wx", mode: 0o600, flush: true };
  await writeFile(join(folder, MANIFEST), bytes, options);
  await writeFile(join(folder, MAC), macOf(keys, bytes), options);
}
