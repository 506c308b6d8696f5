import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { rowsAPage } from "#lib/imports/queries-rows.ts";

export type WorkRowView = {
  id: string;
  target: "theme" | "initiative" | "objective" | "key_result";
  title: string;
  /** Of an initiative. */
  number: number | null;
  /** Of an objective or a key result. */
  quarter: string | null;
};

/** What an import of themes, initiatives or OKRs created, or changed, from after `id`, a page at a time. */
export async function listWorkRows(
  viewer: Actor,
  runId: string,
  { made, after }: { made: boolean; after: string | null },
): Promise<WorkRowView[]> {
  if (!can(viewer, "import:read")) return [];
  return db().$queryRaw<WorkRowView[]>`
    WITH touched AS (
      SELECT c.table_name, c.row_id::uuid AS id, bool_or(c.before IS NULL) AS made
      FROM import_run run
      JOIN operation o ON o.at >= run.started_at AND o.at <= coalesce(run.finished_at, now())
        AND o.name = 'import.batch' AND o.params ->> 'run' = run.id::text
      JOIN change c ON c.operation_id = o.id AND c.table_name IN ('theme', 'initiative', 'objective', 'key_result')
      WHERE run.id = ${runId}::uuid GROUP BY c.table_name, c.row_id)
    SELECT touched.id::text AS id, table_name AS target, i.number, coalesce(o.quarter, ofk.quarter) AS quarter,
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
