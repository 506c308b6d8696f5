import "server-only";
import { objectiveIsVisible, operationIsVisible } from "#lib/auth/reads/privacy.ts";
import { type Table, table } from "#lib/export/table.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

/** Themes, initiatives, roadmaps, OKRs, and the record of all that was done. */
export const tablesOfWork: readonly Table[] = [
  table(
    "theme",
    "themes",
    "id title description tribe_id team_id created_at created_by_id archived_at version",
    { permission: "theme:read" },
  ),
  table("theme_insight", "theme-insights", "id theme_id insight_id added_at"),
  table(
    "initiative",
    "initiatives",
    `id number title problem kind=initiative-kind origin origin_reason team_id epic_key reach impact_hundredths
      confidence_hundredths effort_half_months created_at created_by_id archived_at version`,
    { permission: "initiative:read", key: ["number"] },
  ),
  table("initiative_theme", "initiative-themes", "id initiative_id theme_id"),
  table(
    "rice_version",
    "rice-versions",
    "id initiative_id factor value=factor-value reason set_by_id set_at",
    { permission: "initiative:read" },
  ),
  table("capacity", "capacities", "id team_id quarter half_months reserve_half_months version", {
    permission: "roadmap:read",
  }),
  table(
    "roadmap_item",
    "roadmap-items",
    "id initiative_id team_id quarter effort_half_months position=lane-position placed_at version",
    { permission: "roadmap:read" },
  ),
  table(
    "tribe_quarter",
    "tribe-quarters",
    "id tribe_id quarter state=quarter-state committed_at committed_by_id closed_at version",
    { permission: "roadmap:read" },
  ),
  table(
    "roadmap_picture",
    "roadmap-pictures",
    "id tribe_id quarter reason=picture-reason picture taken_at taken_by_id",
    { permission: "roadmap:read" },
  ),
  table(
    "objective",
    "objectives",
    `id quarter title level department_id tribe_id craft owner_id is_shared commitment parent_id position=place
      created_at archived_at version`,
    {
      alias: "o",
      permission: "okr:read",
      rows: ({ viewer }) => objectiveIsVisible(viewer),
    },
  ),
  table(
    "key_result",
    "key-results",
    "id objective_id title direction start target unit position=place archived_at version",
    { permission: "okr:read" },
  ),
  table("check_in", "check-ins", "id key_result_id value=checked-value confidence note by_id at", {
    permission: "okr:read",
  }),
  table("initiative_key_result", "initiative-key-results", "id initiative_id key_result_id"),
  table(
    "comment",
    "comments",
    "id insight_id theme_id initiative_id objective_id author_id body created_at version",
    { ties: ["insight_id", "theme_id", "initiative_id", "objective_id"] },
  ),
  table(
    "operation",
    "operations",
    "id name=operation-name actor_id actor_kind at params result visibility",
    {
      permission: "audit:read",
      rows: ({ viewer }) => operationIsVisible(viewer, Prisma.sql`t.visibility`),
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
    "id=change-id operation_id table_name row_id version_before version_after before after",
    { permission: "settings:manage" },
  ),
  table(
    "work_reference",
    "work-references",
    "id source_id target=work-target external_id=file-id target_id=work-target-id written=work-written created_at",
    { permission: "import:read" },
  ),
];
