import "server-only";
import { operationIsVisible } from "#lib/auth/reads/privacy.ts";
import { table } from "#lib/frame/table.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

export const operationsTables = [
  table(
    "operation",
    "operations",
    "id name=operation-name actor_id actor_kind at params result visibility via client_id",
    {
      personal: "params result",
      impersonal: "name actor_kind visibility via",
      remembers: "once",
      permission: "audit:read",
      stays: ["input_hash", "session_id"],
      refers: { actor_id: "person" },
      rows: ({ viewer }) => operationIsVisible(viewer, Prisma.sql`t.visibility`, Prisma.sql`t.at`),
    },
  ),
  table(
    "operation_undo",
    "operation-undos",
    "operation_id=undone-operation undone_by_id=undone-by-operation",
    { permission: "audit:read", key: ["operation_id"] },
  ),
  // Rows as they were, addresses and revenue included: for those from whom no column of any row is kept.
  table(
    "change",
    "changes",
    "id=change-id operation_id table_name row_id version_before version_after before after visibility",
    {
      personal: "before after",
      impersonal: "table_name row_id visibility",
      remembers: "twice",
      permission: "settings:manage",
      numbers: "id",
      rows: ({ viewer }) =>
        operationIsVisible(
          viewer,
          Prisma.sql`t.visibility`,
          Prisma.sql`(SELECT at FROM operation WHERE id = t.operation_id)`,
        ),
    },
  ),
];
