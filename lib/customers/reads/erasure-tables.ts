import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db.ts";
import { listRows } from "#lib/sql/rows.ts";

type W = { tx: Tx };
/** A row by its primary key. */
export const rowKey = z.record(z.string(), z.unknown());
export type RowKey = z.output<typeof rowKey>;
export type TextTable = {
  table: string;
  columns: { column: string; type: string }[];
  keys: { key: string; type: string }[];
};

/** What names our own people, companies and places, or nobody at all. */
const left: ReadonlySet<string> = new Set([
  ...[
    "_prisma_migrations",
    "department",
    "erasure",
    "erasure_key",
    "erasure_run",
    "hat",
    "identity",
  ],
  ...[
    "organisation_alias",
    "person",
    "product",
    "setting",
    "setup_token",
    "sign_in_attempt",
    "source",
  ],
  ...[
    "source_secret",
    "requester",
    "team",
    "team_period",
    "tribe",
    "tribe_period",
    "tribe_quarter",
  ],
]);
const leftColumns: ReadonlySet<string> = new Set([
  ...["organisation.name", "organisation.domains", "ticket.organisation_names"],
  ...["ticket.reporter_name", "ticket.reporter_key", "ticket.reporter_email"],
  "webhook_event.identifier",
]);

const textColumn = z.object({ table: z.string(), column: z.string(), type: z.string() });

const keyColumn = z.object({ table: z.string(), key: z.string(), type: z.string() });

/** Texts of every table as the database has them, so that one that is added later is looked through too. */
export async function listTextTables(w: W): Promise<TextTable[]> {
  const columns = await listRows(w.tx, textColumn)`
    SELECT c.table_name AS "table", c.column_name AS "column", c.data_type AS type FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
      AND (c.data_type IN ('text', 'jsonb') OR c.udt_name = '_text') ORDER BY 1, 2`;
  const keys = await listRows(w.tx, keyColumn)`
    SELECT p.table_name AS "table", k.column_name AS key, c.udt_name AS type
    FROM information_schema.table_constraints p
    JOIN information_schema.key_column_usage k USING (constraint_schema, constraint_name)
    JOIN information_schema.columns c ON c.table_schema = p.table_schema AND c.table_name = p.table_name
      AND c.column_name = k.column_name
    WHERE p.table_schema = current_schema() AND p.constraint_type = 'PRIMARY KEY' ORDER BY 1, k.ordinal_position`;
  const searched = columns.filter(
    ({ table, column }) => !left.has(table) && !leftColumns.has(`${table}.${column}`),
  );
  return [...Map.groupBy(searched, ({ table }) => table)].map(([table, ofTable]) => ({
    table,
    columns: ofTable,
    keys: keys.filter((one) => one.table === table),
  }));
}
