import "server-only";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createZstdDecompress } from "node:zlib";
import { type Client, DatabaseError } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { z } from "zod";
import { type BackupKeys, opening } from "#lib/backup/backup-key.ts";
import type { CheckedBackup } from "#lib/backup/check-backup.ts";
import { hashing } from "#lib/backup/hashing.ts";
import type { BackedUpTable, BackupManifest } from "#lib/backup/manifest.ts";
import { copied, listApplied, listTables, quoted } from "#lib/backup/reads/database-shape.ts";
import { digestTable } from "#lib/backup/reads/digest-table.ts";
import { whileBare } from "#lib/backup/writes/bare-tables.ts";
import { ownerUrl } from "#lib/env.ts";
import { UserError } from "#lib/errors.ts";
import { withOwnConnection } from "#lib/export/reads/own-connection.ts";
import { tables as ours } from "#lib/nouns.server.ts";
import { pgRows, verbatim } from "#lib/sql/pg-rows.ts";
import { applyMigration, hasTable } from "#prisma/migrate.ts";
import { listMigrations, type Migration } from "#prisma/migrations-folder.ts";

/**
 * Brings a backup back into an empty database, all of it or nothing: each table to the digest that it had. One of an
 * earlier release comes back as it was and is then migrated, within the same transaction.
 * @throws UserError `backup-newer`, `restore-not-empty`, `restore-busy`, `backup-damaged`
 */
export async function restoreBackup(
  folder: string,
  { manifest, keys }: CheckedBackup,
  url = ownerUrl(),
): Promise<void> {
  const { former, later } = migrationsOf(manifest);
  await withOwnConnection(async (client) => {
    await client.query("BEGIN");
    await client.query("SET LOCAL maintenance_work_mem = '256MB'");
    await takeEmpty(client);
    if ((await countApplied(client)) !== former.length) await beginAnew(client, former);
    await load(client, { folder, manifest, keys });
    for (const migration of later) await applyMigration(client, migration);
    await client.query("COMMIT");
    await client.query("ANALYZE");
  }, url);
}

/** The migrations up to the backup's, and those since. */
function migrationsOf({ migrations }: BackupManifest) {
  const all = listMigrations();
  const isKnown = migrations.every(
    ({ name, checksum }, n) => all[n]?.name === name && all[n]?.checksum === checksum,
  );
  if (!isKnown) throw new UserError("backup-newer");
  return { former: all.slice(0, migrations.length), later: all.slice(migrations.length) };
}

/** None where there is no table yet: a database that was made just now. */
async function countApplied(client: Client): Promise<number> {
  return (await hasTable(client, MIGRATIONS)) ? (await listApplied(client)).length : 0;
}

const heldOrNot = z.object({ isHeld: z.boolean() });

/** Nobody else writes until the end; what a start alone leaves, such as a claim to set up, gives way. */
async function takeEmpty(client: Client): Promise<void> {
  const all = await listTables(client);
  try {
    await client.query("SET LOCAL lock_timeout = '3s'");
    const names = all.map(({ table }) => quoted(table)).join(", ");
    if (names) await client.query(`LOCK TABLE ${names} IN ACCESS EXCLUSIVE MODE`);
  } catch (error) {
    if (error instanceof DatabaseError && error.code === "55P03")
      throw new UserError("restore-busy");
    throw error;
  }
  const there = new Set(all.map(({ table }) => table));
  const anything = ours
    .filter(({ name }) => there.has(name))
    .map(({ name }) => `EXISTS (SELECT FROM ${quoted(name)})`);
  if (anything.length === 0) return;
  const [found] = await pgRows(
    client,
    heldOrNot,
  )`SELECT ${verbatim(anything.join(" OR "))} AS "isHeld"`;
  if (found?.isHeld) throw new UserError("restore-not-empty");
}

/** The schema as it was when the backup was made; what was there of ours was empty. */
async function beginAnew(client: Client, former: Migration[]): Promise<void> {
  if (await hasTable(client, MIGRATIONS))
    await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  for (const migration of former) await applyMigration(client, migration);
}

const MIGRATIONS = "_prisma_migrations";

type Loading = { folder: string; manifest: BackupManifest; keys: BackupKeys };

async function load(client: Client, { folder, manifest, keys }: Loading): Promise<void> {
  const shape = await listTables(client);
  const wanted = new Map(manifest.tables.map((table) => [table.table, table]));
  const isSame =
    shape.length === wanted.size &&
    shape.every((table) => wanted.get(table.table)?.columns.join() === table.columns.join());
  if (!isSame) throw new UserError("backup-newer");
  await whileBare(client, shape, async () => {
    for (const { table } of shape) await client.query(`DELETE FROM ${quoted(table)}`);
    for (const table of manifest.tables) await loadTable(client, folder, keys, table);
  });
  for (const { name, last, isCalled } of manifest.sequences)
    await client.query("SELECT setval($1::regclass, $2, $3)", [quoted(name), last, isCalled]);
}

async function loadTable(
  client: Client,
  folder: string,
  keys: BackupKeys,
  table: BackedUpTable,
): Promise<void> {
  const { file, tag, digest, rows } = table;
  const plain = hashing();
  const into = client.query(copyFrom(`COPY ${copied(table)} FROM STDIN`));
  await pipeline(
    createReadStream(join(folder, file)),
    opening(keys, file, tag),
    createZstdDecompress(),
    plain.pass,
    into,
  );
  const isWhole = plain.digest() === digest && into.rowCount === rows;
  if (!isWhole || (await digestTable(client, table)) !== digest)
    throw new UserError("backup-damaged", { file });
}
