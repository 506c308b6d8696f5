import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { rowsAPage } from "#lib/imports/reads/rows.ts";
import { workTables } from "#lib/imports/work/plans/work-links.ts";
import { quarter } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

export const workRow = z.object({
  id: z.guid(),
  target: z.enum(workTables),
  title: z.string(),
  /** Of an initiative. */
  number: z.number().nullable(),
  /** Of an objective or a key result. */
  quarter: quarter.nullable(),
});
export type WorkRowView = z.infer<typeof workRow>;

const isOfInitiative = Prisma.sql`c.table_name IN ('initiative_theme', 'initiative_key_result', 'roadmap_item')`;

/** What an import of themes, initiatives or OKRs created, or changed and linked, from after `id`, a page at a time. */
export async function listWorkRows(
  viewer: Actor,
  runId: string,
  { made, after, now }: { made: boolean; after: string | null; now: Date },
): Promise<WorkRowView[]> {
  if (!can(viewer, "import:read")) return [];
  return listRows(db(), workRow)`
    WITH touched AS (
      SELECT whose.table_name, whose.id, bool_or(c.before IS NULL AND c.table_name = whose.table_name) AS made
      FROM import_run run
      JOIN operation o ON o.at >= run.started_at AND o.at <= coalesce(run.finished_at, ${now})
        AND o.name = 'import.batch' AND o.params ->> 'run' = run.id::text
      JOIN change c ON c.operation_id = o.id
      -- A link and a place on the roadmap are told of what they were given to.
      CROSS JOIN LATERAL (SELECT
        CASE WHEN c.table_name = 'theme_insight' THEN 'theme' WHEN ${isOfInitiative} THEN 'initiative'
          ELSE c.table_name END AS table_name,
        CASE WHEN c.table_name = 'theme_insight' THEN c.after ->> 'theme_id'
          WHEN ${isOfInitiative} THEN c.after ->> 'initiative_id' ELSE c.row_id END::uuid AS id) whose
      WHERE run.id = ${runId}::uuid AND whose.table_name IN ('theme', 'initiative', 'objective', 'key_result')
      GROUP BY whose.table_name, whose.id)
    SELECT touched.id::text AS id, touched.table_name AS target, i.number, coalesce(o.quarter, ofk.quarter) AS quarter,
      coalesce(t.title, i.title, o.title, k.title, ofk.title) AS title
    FROM touched
    LEFT JOIN theme t ON t.id = touched.id
    LEFT JOIN initiative i ON i.id = touched.id
    LEFT JOIN key_result k ON k.id = touched.id
    LEFT JOIN objective ofk ON ofk.id = k.objective_id
    LEFT JOIN objective o ON o.id = touched.id
    WHERE made = ${made} AND (${after}::uuid IS NULL OR touched.id > ${after}::uuid)
      AND coalesce(t.title, i.title, o.title, ofk.title) IS NOT NULL
    ORDER BY touched.id LIMIT ${rowsAPage}`;
}
