import "server-only";
import { table } from "#lib/frame/table.ts";

export const roadmapTables = [
  table("capacity", "capacities", "id team_id quarter half_months reserve_half_months version", {
    impersonal: "quarter",
    permission: "plan:read",
  }),
  table(
    "roadmap_item",
    "roadmap-items",
    "id initiative_id team_id quarter effort_half_months position=lane-position placed_at version",
    { impersonal: "quarter", permission: "plan:read" },
  ),
  table(
    "tribe_quarter",
    "tribe-quarters",
    "id tribe_id quarter state=quarter-state committed_at committed_by_id closed_at version",
    {
      impersonal: "quarter state",
      permission: "plan:read",
      refers: { committed_by_id: "person" },
    },
  ),
  table(
    "roadmap_picture",
    "roadmap-pictures",
    "id tribe_id quarter reason=picture-reason picture note taken_at taken_by_id",
    {
      personal: "picture note",
      impersonal: "quarter reason",
      permission: "plan:read",
      refers: { taken_by_id: "person" },
    },
  ),
];
