import "server-only";
import { table } from "#lib/frame/table.ts";

export const themesTables = [
  table(
    "theme",
    "themes",
    "id number title description tribe_id team_id created_at created_by_id archived_at version",
    {
      personal: "title description",
      permission: "theme:read",
      key: ["number"],
      called: "title",
      numbers: "number",
      refers: { created_by_id: "person" },
    },
  ),
  table("theme_insight", "theme-insights", "id theme_id insight_id added_at"),
];
