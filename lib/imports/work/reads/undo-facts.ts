import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { WorkChange } from "#lib/imports/work/plans/work-links.ts";
import { aChange, recorded } from "#lib/operations/recorded.ts";
import { listRows } from "#lib/sql/rows.ts";
import { type WorkRowView, workRow } from "./rows.ts";

// What an import of themes, initiatives or OKRs did, as its operations tell it, and what people built on it since.

const operations = (runId: string) => Prisma.sql`
  SELECT o.id FROM import_run run
  JOIN operation o ON o.at >= run.started_at AND o.name = 'import.batch' AND o.params ->> 'run' = run.id::text
  WHERE run.id = ${runId}::uuid`;

const row = z.record(z.string(), z.json()).nullable();
const aWorkChange = z.object({ ...aChange.shape, before: row, after: row });

/** All changes of a run, the last first. */
export function readWorkChanges(tx: Pick<Tx, "$queryRaw">, runId: string): Promise<WorkChange[]> {
  return listRows(tx, aWorkChange)`
    SELECT ${recorded}, c.before, c.after
    FROM change c WHERE c.operation_id IN (${operations(runId)}) ORDER BY c.id DESC`;
}

/** A link or an item of a row `t` that the run did not make. */
const others = (table: string, column: string) => Prisma.sql`EXISTS (
  SELECT FROM ${Prisma.raw(table)} l WHERE l.${Prisma.raw(column)} = t.row_id::uuid
    AND NOT EXISTS (SELECT FROM ours WHERE ours.table_name = ${table} AND ours.row_id = l.id::text))`;

/** What somebody has changed since, or built on: an undo would take that away as well. */
export function listWorkBlockers(tx: Pick<Tx, "$queryRaw">, runId: string): Promise<WorkRowView[]> {
  return listRows(tx, workRow)`
    WITH ops AS (${operations(runId)}),
    ours AS MATERIALIZED (
      SELECT c.id, c.table_name, c.row_id, c.before FROM change c WHERE c.operation_id IN (SELECT id FROM ops)),
    touched AS (
      SELECT table_name, row_id, bool_or(before IS NULL) AS made, max(id) AS last FROM ours
      WHERE table_name IN ('theme', 'initiative', 'objective', 'key_result') GROUP BY table_name, row_id),
    blocked AS (
      SELECT t.table_name, t.row_id FROM touched t WHERE EXISTS (
          SELECT FROM change c JOIN operation o ON o.id = c.operation_id
          LEFT JOIN import_run by ON o.name = 'import.batch' AND by.id::text = o.params ->> 'run'
          WHERE c.table_name = t.table_name AND c.row_id = t.row_id AND c.id > t.last AND NOT EXISTS (SELECT FROM operation_undo u WHERE u.operation_id = o.id)
            AND o.name NOT IN ('undo', 'import.undone') AND (by.id IS NULL OR by.state <> 'undone'))
        OR t.made AND (
          EXISTS (SELECT FROM comment m WHERE m.subject_kind = t.table_name AND m.subject_id = t.row_id::uuid)
          OR ${others("theme_insight", "theme_id")} OR ${others("initiative_theme", "theme_id")}
          OR ${others("initiative_theme", "initiative_id")} OR ${others("roadmap_item", "initiative_id")}
          OR ${others("initiative_key_result", "initiative_id")}
          OR ${others("initiative_key_result", "key_result_id")}
          OR ${others("objective", "parent_id")} OR ${others("key_result", "objective_id")})
      UNION
      -- What the run placed, also of an initiative that it changed nothing else of: committed, moved or resized since.
      SELECT 'initiative', item.initiative_id::text
      FROM ours JOIN roadmap_item item ON ours.table_name = 'roadmap_item' AND item.id = ours.row_id::uuid
      WHERE EXISTS (
          SELECT FROM team JOIN tribe_quarter q ON q.tribe_id = team.tribe_id
          WHERE team.id = item.team_id AND q.quarter = item.quarter AND q.state <> 'draft')
        OR EXISTS (
          SELECT FROM change c JOIN operation o ON o.id = c.operation_id
          WHERE c.table_name = 'roadmap_item' AND c.row_id = ours.row_id AND c.id > ours.id AND NOT EXISTS (SELECT FROM operation_undo u WHERE u.operation_id = o.id)
            AND o.name <> 'undo'
            AND (c.after -> 'quarter' IS NOT NULL OR c.after -> 'effort_half_months' IS NOT NULL)))
    SELECT b.row_id AS id, b.table_name AS target, i.number, coalesce(o.quarter, ofk.quarter) AS quarter,
      coalesce(t.title, i.title, o.title, k.title, ofk.title) AS title
    FROM blocked b
    LEFT JOIN theme t ON t.id = b.row_id::uuid
    LEFT JOIN initiative i ON i.id = b.row_id::uuid
    LEFT JOIN key_result k ON k.id = b.row_id::uuid
    LEFT JOIN objective ofk ON ofk.id = k.objective_id
    LEFT JOIN objective o ON o.id = b.row_id::uuid
    ORDER BY title`;
}
