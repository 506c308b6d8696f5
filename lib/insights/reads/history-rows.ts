import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { db, SAME_EACH_TIME } from "#lib/db.ts";
import { visibleSql } from "#lib/insights/reads/visible.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

/**
 * Ids of the rows whose changes are an insight's history: its own, its ticket's, and what ties it to themes, teams and
 * customers, also what was untied since, and what was proposed of it and refused. None when it is not for this viewer.
 */
export async function listInsightRowIds(viewer: Actor, id: string): Promise<string[]> {
  const rows = await listRows(db(), onlyId)`${SAME_EACH_TIME}
    WITH seen AS MATERIALIZED (SELECT i.id FROM insight i WHERE i.id = ${id}::uuid AND ${visibleSql(viewer)})
    SELECT id::text AS id FROM seen
    UNION SELECT i.ticket_id::text FROM seen JOIN insight i USING (id) WHERE i.ticket_id IS NOT NULL
    UNION SELECT l.id::text FROM seen JOIN theme_insight l ON l.insight_id = seen.id
    UNION SELECT l.id::text FROM seen JOIN sharing l ON l.insight_id = seen.id
    UNION SELECT l.id::text FROM seen JOIN insight_organisation l ON l.insight_id = seen.id
    UNION SELECT p.id::text FROM seen JOIN proposal p ON p.insight_id = seen.id
    UNION SELECT c.row_id FROM change c WHERE c.before ->> 'insight_id' = ${id} AND c.after IS NULL
      AND c.table_name IN ('theme_insight', 'sharing', 'insight_organisation') AND EXISTS (SELECT FROM seen)`;
  return rows.map((row) => row.id);
}
