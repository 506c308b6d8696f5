import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { z } from "zod";
import { pgRows } from "#lib/sql/pg-rows.ts";
import { hasDefaults, keepDefaults } from "./database-defaults.ts";
import { listMigrations, type Migration } from "./migrations-folder.ts";

/** Any number, as long as every Tribune takes the same one: who migrates holds this lock. */
export const MIGRATION_LOCK = 7_267_318_422;

/** Prisma's own record, so that its tools can read what was applied here and the other way round. */
const RECORD = `
CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/**
 * A migration that was applied has another text now. Its effects can't be known from the files any more, so nothing is
 * touched: give the file its text back and put the change into a migration of its own.
 */
export class EditedMigration extends Error {
  override name = "EditedMigration";
}

/**
 * Brings a database up to date, its defaults included, and answers with the names of the migrations that were applied. Each one is a single
 * transaction together with its record: a kill leaves it whole or absent. Of several callers at once one does the work
 * and the others wait for it. Throws EditedMigration, or PostgreSQL's error, with nothing of that migration done.
 */
export async function migrate(
  url: string,
  migrations: Migration[] = listMigrations(),
): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const isDone = (await listPending(client, migrations)).length === 0;
    if (isDone && (await hasDefaults(client))) return [];
    // As long as it takes: nobody is at work before it is done.
    await client.query("SET statement_timeout = 0; SET lock_timeout = 0");
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    if (!(await hasDefaults(client))) await keepDefaults(client);
    const pending = await listPending(client, migrations);
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/** Names of the migrations that a database has not got yet; changes nothing. Throws EditedMigration. */
export async function findPendingMigrations(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await listPending(client, listMigrations())).map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

const appliedMigration = z.object({ name: z.string(), checksum: z.string() });
const thereOrNot = z.object({ there: z.boolean() });

/** Whether the database has a table of that name. */
export async function hasTable(client: Client, name: string): Promise<boolean> {
  const [found] = await pgRows(client, thereOrNot)`
    SELECT to_regclass(${name}) IS NOT NULL AS there`;
  return found?.there === true;
}

async function listPending(client: Client, migrations: Migration[]): Promise<Migration[]> {
  if (!(await hasTable(client, "_prisma_migrations"))) return migrations;
  const rows = await pgRows(client, appliedMigration)`
    SELECT migration_name AS name, checksum FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  for (const { name, checksum } of migrations) {
    const before = applied.get(name);
    if (before === undefined || before === checksum) continue;
    throw new EditedMigration(
      `Migration ${name} was changed after this database had applied it. Give the file its former text back and put the change into a new migration (npm run migration new <name>).`,
    );
  }
  return migrations.filter((migration) => !applied.has(migration.name));
}

/** Applies a migration and records it, within a transaction of whoever asks. */
export async function applyMigration(client: Client, migration: Migration): Promise<void> {
  await client.query(RECORD);
  await client.query(migration.script);
  await client.query(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), clock_timestamp(), 1)",
    [randomUUID(), migration.checksum, migration.name],
  );
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await applyMigration(client, migration);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    if (error instanceof Error) error.message = `Migration ${migration.name}: ${error.message}`;
    throw error;
  }
}
