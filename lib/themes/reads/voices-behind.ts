import "server-only";
import { Prisma } from "#lib/generated/prisma/client.ts";

/**
 * (theme_id, insight_id): grouped under these themes, or merged into one that is. What was merged still counts as a
 * customer who spoke.
 */
export function voicesBehind(themes: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT ti.theme_id, ti.insight_id FROM theme_insight ti WHERE ti.theme_id IN (${themes})
    UNION
    SELECT ti.theme_id, merged.id FROM theme_insight ti JOIN insight merged ON merged.merged_into_id = ti.insight_id
    WHERE ti.theme_id IN (${themes})`;
}
