import "server-only";
import type { Client } from "pg";
import { z } from "zod";
import { pgRows, verbatim } from "#lib/sql/pg-rows.ts";

// Every table of ours, as the database itself lists them: a new one is backed up from its first day. The queue of the
// worker (schema pgboss) is none of them: what waits is found again from the rows that wait.

export type ShapeTable = { table: string; columns: string[] };

const shapeTable = z.object({ table: z.string(), columns: z.array(z.string()) });

/** What the columns compute from others is not copied: it is computed again. */
export async function listTables(client: Client): Promise<ShapeTable[]> {
  return pgRows(client, shapeTable)`
    SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      AND a.attgenerated = ''
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
    GROUP BY c.relname ORDER BY c.relname COLLATE "C"`;
}

const named = z.object({ name: z.string() });
const sequence = z.object({ last: z.string(), isCalled: z.boolean() });

export async function listSequences(client: Client) {
  const names = await pgRows(client, named)`
    SELECT relname AS name FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' ORDER BY relname COLLATE "C"`;
  const found = [];
  for (const { name } of names) {
    const [state] = await pgRows(client, sequence)`
      SELECT last_value::text AS last, is_called AS "isCalled" FROM ${verbatim(quoted(name))}`;
    if (state) found.push({ name, ...state });
  }
  return found;
}

const applied = z.object({ name: z.string(), checksum: z.string() });

export async function listApplied(client: Client) {
  return pgRows(client, applied)`
    SELECT migration_name AS name, checksum FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`;
}

/** Names of our own tables and columns. */
export function quoted(name: string): string {
  return `"${name}"`;
}

/** A table's rows and columns, as COPY names them. */
export function copied({ table, columns }: ShapeTable): string {
  return `${quoted(table)} (${columns.map(quoted).join(", ")})`;
}
