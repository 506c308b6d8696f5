import { z } from "zod";
import type { Database } from "#lib/db.ts";
import { identifier } from "#lib/operations/identifier.ts";
import { listRows, oneRow } from "#lib/sql/rows.ts";

const aTable = z.object({ name: z.string() });
const allRows = z.object({ rows: z.unknown() });

/** The tables of which an operation changed rows. */
export async function tablesOf(database: Database, operationId: string): Promise<string[]> {
  const found = await database.change.findMany({ where: { operationId }, distinct: ["tableName"] });
  return found.map(({ tableName }) => tableName);
}

/** The tables whose rows have an id, but for the record itself. */
export async function allTables(database: Database): Promise<string[]> {
  const found = await listRows(database, aTable)`
    SELECT table_name::text AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'id' AND table_name NOT IN ('operation', 'change')`;
  return found.map(({ name }) => name);
}

/** All that stands in these tables: versions, which only ever rise, apart. */
export async function rowsOf(
  database: Database,
  tables: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const found = new Map<string, unknown>();
  for (const table of tables) {
    const { rows } = await oneRow(database, allRows)`
      SELECT jsonb_object_agg(t.id, to_jsonb(t) - 'version') AS rows FROM ${identifier(table)} AS t`;
    found.set(table, rows);
  }
  return found;
}
