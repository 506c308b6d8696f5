import "server-only";
import { nothing, table, unless } from "#lib/frame/table.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

/** What those who read the roadmap as Now, Next and Later don't take along. */
const planned = [
  ...["origin_reason", "epic_key"],
  ...["reach", "impact_hundredths", "confidence_hundredths", "effort_half_months"],
];

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
      instead: {
        origin: unless("plan:read", Prisma.sql`'bottom-up'`),
        ...Object.fromEntries(planned.map((column) => [column, unless("plan:read", nothing)])),
      },
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
      permission: "plan:read",
      refers: { set_by_id: "person" },
    },
  ),
];
