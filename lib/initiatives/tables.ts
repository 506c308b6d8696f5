import "server-only";
import { table } from "#lib/frame/table.ts";

export const initiativesTables = [
  table(
    "initiative",
    "initiatives",
    `id number title problem kind=initiative-kind origin origin_reason team_id epic_key reach impact_hundredths
      confidence_hundredths effort_half_months created_at created_by_id archived_at version`,
    {
      personal: "title problem origin_reason epic_key",
      impersonal: "kind origin",
      permission: "initiative:read",
      key: ["number"],
      called: "number",
      numbers: "number",
      refers: { created_by_id: "person" },
    },
  ),
  table("initiative_theme", "initiative-themes", "id initiative_id theme_id"),
  table(
    "rice_version",
    "rice-versions",
    "id initiative_id factor value=factor-value reason set_by_id set_at",
    {
      personal: "reason",
      impersonal: "factor",
      remembers: "once",
      permission: "initiative:read",
      refers: { set_by_id: "person" },
    },
  ),
];
