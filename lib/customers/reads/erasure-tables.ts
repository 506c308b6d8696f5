import "server-only";
import type { Tx } from "#lib/db.ts";

type W = { tx: Tx };
/** A row by its primary key. */
export type RowKey = Record<string, unknown>;
export type TextColumn = { column: string; type: string };
export type TextTable = {
  table: string;
  columns: TextColumn[];
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

/** Texts of every table as the database has them, so that one that is added later is looked through too. */
export async function listTextTables(w: W): Promise<TextTable[]> {
  const columns = await w.tx.$queryRaw<(TextColumn & { table: string })[]>`
    SELECT c.table_name AS "table", c.column_name AS "column", c.data_type AS type FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
      AND (c.data_type IN ('text', 'jsonb') OR c.udt_name = '_text') ORDER BY 1, 2`;
  const keys = await w.tx.$queryRaw<{ table: string; key: string; type: string }[]>`
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
