import "server-only";
import {
  byInsight,
  noObject,
  nothing,
  revenueOnly,
  type Table,
  table,
  unless,
} from "#lib/export/table.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

const isRunning = Prisma.sql`t.state IN ('queued', 'checking', 'asking', 'writing', 'undoing')`;

/** Customers, those who ask, and where it all comes from. */
export const tablesOfCustomers: readonly Table[] = [
  table(
    "organisation",
    "organisations",
    `id name state=customer-state lost_reason revenue_cents at_stake_cents segment country domains account_manager
      merged_into_id=merged-into created_at archived_at version`,
    {
      permission: "customer:read",
      instead: { revenue_cents: revenueOnly, at_stake_cents: revenueOnly },
    },
  ),
  table(
    "organisation_alias",
    "organisation-aliases",
    "id organisation_id kind=alias-kind value=alias-value",
    { permission: "source:manage" },
  ),
  table(
    "organisation_pair",
    "organisation-pairs",
    "id a_id b_id reason=pair-reason found_at dismissed_at version",
    { permission: "source:manage" },
  ),
  table(
    "requester",
    "requesters",
    "id name external_key email=requester-email person_id=requester-person organisation_id erased_at version",
    {
      rows: byInsight(
        (visible) => Prisma.sql`t.id IN (SELECT l.requester_id FROM insight_requester l
          JOIN insight i ON i.id = l.insight_id WHERE ${visible})`,
      ),
      instead: {
        external_key: unless("source:manage", Prisma.sql`'hidden:' || t.id`),
        email: unless("source:manage", nothing),
      },
    },
  ),
  table(
    "erasure",
    "erasures",
    "id key_hash words=erasure-words made_with=erasure-made-with erased_at=forgotten-at",
    {
      permission: "source:manage",
    },
  ),
  table("erasure_key", "erasure-keys", "id=erasure-key-id sealed=erasure-key-sealed made_at", {
    permission: "source:manage",
    rows: () => Prisma.sql`t.sealed IS NOT NULL`,
  }),
  table(
    "source",
    "sources",
    `id name kind=source-kind site_url time_zone account admits mapping statuses paused_at created_at archived_at
      version`,
    {
      instead: {
        account: unless("source:manage", nothing),
        admits: unless("source:manage", noObject),
        mapping: unless("source:manage", Prisma.sql`NULL::jsonb`),
        statuses: unless("source:manage", noObject),
      },
    },
  ),
  table(
    "source_state",
    "source-states",
    `source_id cursor pulled_at next_pull_at reconciled_at last_event_at failure failed_at fields=site-fields
      fields_read_at`,
    { permission: "source:manage", key: ["source_id"] },
  ),
  table(
    "epic",
    "epics",
    `id source_id external_id=desk-id key=epic-key title status=desk-status status_category children_total children_done
      starts_on due_on resolved_at=desk-resolved-at desk_updated_at read_at due_at failure`,
    { permission: "initiative:read" },
  ),
  table(
    "import_run",
    "import-runs",
    `id source_id kind=run-kind subject file_name file_bytes options state=run-state refusal rows_total checked_bytes
      question cursor_row created updated unchanged refused duplicates warnings started_by_id created_at started_at
      finished_at undone_at undone_by_id`,
    {
      permission: "import:read",
      // Nobody goes on with an import whose file is elsewhere.
      instead: {
        state: () => Prisma.sql`CASE WHEN ${isRunning} THEN 'failed' ELSE t.state END`,
        refusal: () =>
          Prisma.sql`CASE WHEN ${isRunning} THEN '{"key": "import-interrupted", "params": {}}'::jsonb ELSE t.refusal END`,
      },
    },
  ),
  // Of one that was under way nothing is told: what is left of the import can be taken back where it arrives.
  table(
    "import_undo",
    "import-undos",
    `import_run_id asked_by_id=undone-by-id asked_at=undo-asked-at total=undo-total done=undo-done deleted=undo-deleted
      restored=undo-restored kept=undo-kept stayed=undo-stayed after_ticket_id=undo-place failure=undo-failure`,
    {
      permission: "import:read",
      key: ["import_run_id"],
      rows: () =>
        Prisma.sql`EXISTS (SELECT FROM import_run r WHERE r.id = t.import_run_id AND r.state = 'undone')`,
    },
  ),
  table(
    "import_refusal",
    "import-refusals",
    "id import_run_id line reason=refusal-reason params=refusal-params",
    { permission: "import:read" },
  ),
];
