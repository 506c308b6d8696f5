import "server-only";
import type { Client } from "pg";
import { z } from "zod";
import { tables } from "#lib/nouns.server.ts";
import { pgRows } from "#lib/sql/pg-rows.ts";

/** What the database says of a column. `to`: the table it refers to, null when to none or to none that is taken along. */
export type Column = { type: string; isNullable: boolean; to: string | null };

/** Columns by table, by name. */
export type Catalogue = Map<string, Map<string, Column>>;

const columnRow = z.object({
  table: z.string(),
  name: z.string(),
  type: z.string(),
  required: z.boolean(),
  to: z.string().nullable(),
});

export async function readCatalogue(client: Client): Promise<Catalogue> {
  const rows = await pgRows(client, columnRow)`
    SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required,
       (SELECT r.relname FROM pg_constraint f JOIN pg_class r ON r.oid = f.confrelid
        WHERE f.contype = 'f' AND f.conrelid = c.oid AND f.conkey = ARRAY[a.attnum]) AS to
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY (${tables.map(({ name }) => name)})`;
  const found: Catalogue = new Map();
  for (const { table, name, type, required, to } of rows) {
    const columns = found.get(table) ?? new Map<string, Column>();
    columns.set(name, { type, isNullable: !required, to });
    found.set(table, columns);
  }
  return found;
}

export function columnIn(catalogue: Catalogue, table: string, name: string): Column {
  const column = catalogue.get(table)?.get(name);
  if (!column) throw new Error(`${table}.${name} is not in the database`);
  return column;
}
