import "server-only";
import { Prisma } from "#lib/generated/prisma/client.ts";

/** Ids of the insights behind `initiative i`: grouped under its themes, or merged into one that is. */
export const insightsBehind = Prisma.sql`
  SELECT ti.insight_id FROM initiative_theme it JOIN theme_insight ti ON ti.theme_id = it.theme_id
  WHERE it.initiative_id = i.id
  UNION
  SELECT merged.id FROM initiative_theme it JOIN theme_insight ti ON ti.theme_id = it.theme_id
  JOIN insight merged ON merged.merged_into_id = ti.insight_id
  WHERE it.initiative_id = i.id`;
