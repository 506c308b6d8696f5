import "server-only";
import { z } from "zod";
import { texts } from "#lib/nouns.server.ts";
import { type Asks, listRows } from "#lib/sql/rows.ts";

/** A row by its primary key. */
export const rowKey = z.record(z.string(), z.unknown());
export type RowKey = z.output<typeof rowKey>;
export type TextTable = {
  table: string;
  columns: { column: string; type: string }[];
  keys: { key: string; type: string }[];
};

const textColumn = z.object({ table: z.string(), column: z.string(), type: z.string() });

const keyColumn = z.object({ table: z.string(), key: z.string(), type: z.string() });

/** The columns that the nouns call personal, as the database has them. */
export async function listTextTables(tx: Asks): Promise<TextTable[]> {
  const personal = new Map(texts.map((one) => [one.name, one.personal]));
  const columns = await listRows(tx, textColumn)`
    SELECT c.table_name AS "table", c.column_name AS "column", c.data_type AS type FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
      AND (c.data_type IN ('text', 'jsonb') OR c.udt_name = '_text') ORDER BY 1, 2`;
  const keys = await listRows(tx, keyColumn)`
    SELECT p.table_name AS "table", k.column_name AS key, c.udt_name AS type
    FROM information_schema.table_constraints p
    JOIN information_schema.key_column_usage k USING (constraint_schema, constraint_name)
    JOIN information_schema.columns c ON c.table_schema = p.table_schema AND c.table_name = p.table_name
      AND c.column_name = k.column_name
    WHERE p.table_schema = current_schema() AND p.constraint_type = 'PRIMARY KEY' ORDER BY 1, k.ordinal_position`;
  const searched = columns.filter(({ table, column }) => personal.get(table)?.includes(column));
  return [...Map.groupBy(searched, ({ table }) => table)].map(([table, ofTable]) => ({
    table,
    columns: ofTable,
    keys: keys.filter((one) => one.table === table),
  }));
}
