import "server-only";
import { byInsight, noObject, nothing, type Table, table, unless } from "#lib/export/table.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

/** What the desk says, and what is made of it. */
export const tablesOfInsights: readonly Table[] = [
  table(
    "ticket",
    "tickets",
    `id source_id external_id=desk-id key=ticket-key title body issue_type request_type status=desk-status
      status_category severity labels reporter_name reporter_key reporter_email organisation_names raw row_hash
      desk_created_at desk_updated_at desk_resolved_at deleted_in_desk_at import_run_id received_at version`,
    {
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
  table("ticket_key", "ticket-keys", "id source_id key=ticket-key ticket_id"),
  table(
    "ticket_comment",
    "ticket-comments",
    `id ticket_id external_id=desk-id author_name author_key body is_internal created_at updated_at=desk-updated-at
      deleted_at`,
    {
      permission: "insight:list",
      instead: { author_key: unless("source:manage", nothing) },
    },
  ),
  table(
    "ticket_transition",
    "ticket-transitions",
    "id ticket_id external_id=desk-id at from_status to_status",
    { permission: "insight:list" },
  ),
  table(
    "import_before",
    "import-befores",
    "import_run_id ticket_id before=import-before written_hash",
    { permission: "import:read", key: ["import_run_id", "ticket_id"] },
  ),
  table(
    "insight",
    "insights",
    `id number ticket_id source_id split_from_id merged_into_id=merged-into title body kind=insight-kind
      language=text-language severity product_id surface tribe_id team_id=team-now said_at updated_at received_at
      handed_in_by_id answer answer_note answered_at answered_by_id snoozed_until version`,
    { alias: "i", key: ["number"], rows: byInsight((visible) => visible) },
  ),
  table("insight_organisation", "insight-organisations", "id insight_id organisation_id"),
  table("insight_requester", "insight-requesters", "id insight_id requester_id"),
  table("sharing", "sharings", "id insight_id team_id quarter shared_by_id shared_at version"),
];
