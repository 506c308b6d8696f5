import "server-only";
import { noObject, nothing, table, unless } from "#lib/frame/table.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { byInsight } from "#lib/insights/tables.ts";

export const ticketsTables = [
  table(
    "ticket",
    "tickets",
    `id source_id external_id=desk-id key=ticket-key title body issue_type request_type status=desk-status
      status_category severity labels reporter_name reporter_key reporter_email organisation_names raw row_hash
      desk_created_at desk_updated_at desk_resolved_at deleted_in_desk_at import_run_id received_at version`,
    {
      personal:
        "external_id key title body issue_type request_type status status_category severity labels raw",
      apart: "reporter_name reporter_key reporter_email",
      impersonal: "organisation_names",
      called: "key",
      refers: { import_run_id: "import_run" },
      rows: byInsight(
        (visible) => Prisma.sql`t.id IN (SELECT i.ticket_id FROM insight i WHERE ${visible})`,
      ),
      instead: {
        reporter_key: unless("source:manage", nothing),
        reporter_email: unless("source:manage", nothing),
        raw: unless("source:manage", noObject),
        row_hash: unless("source:manage", Prisma.sql`'\\x'::bytea`),
        import_run_id: unless("import:read", nothing),
      },
    },
  ),
  table("ticket_key", "ticket-keys", "id source_id key=ticket-key ticket_id", { personal: "key" }),
  table(
    "ticket_comment",
    "ticket-comments",
    `id ticket_id external_id=desk-id author_name author_key body is_internal created_at updated_at=desk-updated-at
      deleted_at`,
    {
      personal: "external_id author_name author_key body",
      permission: "insight:list",
      instead: { author_key: unless("source:manage", nothing) },
    },
  ),
  table(
    "ticket_transition",
    "ticket-transitions",
    "id ticket_id external_id=desk-id at from_status to_status",
    { personal: "external_id from_status to_status", permission: "insight:list" },
  ),
];
