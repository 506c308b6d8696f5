import "server-only";
import { staying, table } from "#lib/frame/table.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

const isRunning = Prisma.sql`t.state IN ('queued', 'checking', 'asking', 'writing', 'undoing')`;

export const importsTables = [
  table(
    "import_run",
    "import-runs",
    `id source_id kind=run-kind subject file_name file_bytes options state=run-state refusal rows_total checked_bytes
      question cursor_row created updated unchanged refused duplicates warnings started_by_id created_at started_at
      finished_at undone_at undone_by_id`,
    {
      personal: "file_name spool_path options refusal question duplicates warnings",
      impersonal: "state kind subject",
      permission: "import:read",
      called: "file_name",
      stays: ["spool_path", "upload_id"],
      refers: { started_by_id: "person", undone_by_id: "person" },
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
      personal: "failure",
      permission: "import:read",
      key: ["import_run_id"],
      refers: { asked_by_id: "person" },
      rows: () =>
        Prisma.sql`EXISTS (SELECT FROM import_run r WHERE r.id = t.import_run_id AND r.state = 'undone')`,
    },
  ),
  table(
    "import_refusal",
    "import-refusals",
    "id import_run_id line reason=refusal-reason params=refusal-params",
    { personal: "reason params", permission: "import:read" },
  ),
  table(
    "import_before",
    "import-befores",
    "import_run_id ticket_id before=import-before written_hash",
    {
      personal: "before",
      remembers: "twice",
      permission: "import:read",
      key: ["import_run_id", "ticket_id"],
      after: "ticket_transition",
    },
  ),
  table(
    "work_reference",
    "work-references",
    "id source_id target=work-target external_id=file-id target_id=work-target-id written=work-written created_at",
    {
      personal: "external_id written",
      impersonal: "target",
      permission: "import:read",
      after: "change",
    },
  ),
];

/** What was sent waits for its import only, and an import that left has nobody to go on with it. */
export const importsStaying = [staying("upload"), staying("upload_piece")];
