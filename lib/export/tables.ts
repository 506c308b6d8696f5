import type { Table } from "#lib/export/table.ts";
import { tablesOfCustomers } from "#lib/export/tables-of-customers.ts";
import { tablesOfInsights } from "#lib/export/tables-of-insights.ts";
import { tablesOfPeople } from "#lib/export/tables-of-people.ts";
import { tablesOfWork } from "#lib/export/tables-of-work.ts";

/**
 * Everything that leaves, in an order in which it can come back: what is referred to stands before what refers to it.
 * What is not listed stays (a test holds this against the database).
 */
export const tables: readonly Table[] = [
  ...tablesOfPeople,
  ...tablesOfCustomers,
  ...tablesOfInsights,
  ...tablesOfWork,
];

/**
 * What stays: how people prove who they are, secrets, events that were not taken in yet, and what is counted or
 * computed anew. Of the tables above: these columns.
 */
export const leftBehind = {
  tables: [
    "_prisma_migrations",
    "erasure_run",
    "identity",
    "session",
    "setup_token",
    "sign_in_attempt",
    "source_secret",
    "webhook_event",
  ],
  columns: [
    "erasure_key.value",
    "import_run.spool_path",
    "insight.search",
    "operation.input_hash",
    "person.password_hash",
  ],
} as const;

/** What gives numbers out, and must not give one twice. */
export const numbered = [
  { table: "insight", column: "number" },
  { table: "initiative", column: "number" },
  { table: "change", column: "id" },
] as const;
