import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll } from "vitest";
import { tables } from "#lib/nouns.server.ts";

const made: string[] = [];
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true }))));

/** A folder that is not there yet, in one that is; it goes away with the tests of the file. */
export async function newFolder(): Promise<string> {
  const around = await mkdtemp(join(tmpdir(), "tribune-export-"));
  made.push(around);
  return join(around, "out");
}

/** Runs statements in a database. @returns the rows of the last one */
export async function sql<Row extends object>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(text, values);
    return rows;
  } finally {
    await client.end();
  }
}

/** What never leaves of a row that does. */
const left: Record<string, string> = {
  person: '{"password_hash": null}',
  import_run: '{"spool_path": null, "upload_id": null}',
};

/**
 * Every row of every table that leaves, as PostgreSQL itself writes rows down, in an order that does not depend on how
 * they came in.
 */
export async function allRows(url: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const { name } of tables) {
    const row = left[name] ? `jsonb_populate_record(t, '${left[name]}')` : "t";
    const rows = await sql<{ row: string }>(
      url,
      `SELECT ${row}::text AS row FROM "${name}" t ORDER BY t::text COLLATE "C"`,
    );
    found[name] = rows.map(({ row }) => row);
  }
  return found;
}

/** How many rows there are in all. */
export async function countAll(url: string): Promise<number> {
  const rows = await allRows(url);
  return Object.values(rows).reduce((sum, some) => sum + some.length, 0);
}
