import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { onlyCount } from "#lib/sql/columns.ts";
import { listRows, oneRow } from "#lib/sql/rows.ts";

/** What people did to an insight that keeps its import from being undone. */
export const workKinds = [
  "triaged",
  "shared",
  "themed",
  "answered",
  "commented",
  "split",
  "merged",
  "edited",
] as const;
export type WorkKind = (typeof workKinds)[number];

const aBlocker = z.object({
  number: z.number(),
  title: z.string().nullable(),
  work: z.array(z.enum(workKinds)),
});
export type UndoBlocker = z.infer<typeof aBlocker>;

const work: Record<WorkKind, Prisma.Sql> = {
  triaged: Prisma.sql`num_nonnulls(i.tribe_id, i.product_id, i.surface, i.snoozed_until) > 0`,
  shared: Prisma.sql`EXISTS (SELECT FROM sharing s WHERE s.insight_id = i.id)`,
  themed: Prisma.sql`EXISTS (SELECT FROM theme_insight h WHERE h.insight_id = i.id)`,
  answered: Prisma.sql`i.answer IS NOT NULL`,
  commented: Prisma.sql`EXISTS (SELECT FROM comment c WHERE c.subject_kind = 'insight' AND c.subject_id = i.id)`,
  split: Prisma.sql`EXISTS (SELECT FROM insight s WHERE s.split_from_id = i.id)`,
  merged: Prisma.sql`(i.merged_into_id IS NOT NULL OR EXISTS (SELECT FROM insight m WHERE m.merged_into_id = i.id))`,
  edited: Prisma.sql`EXISTS (
    SELECT FROM change c JOIN operation o ON o.id = c.operation_id
    WHERE c.row_id = i.id::text AND c.table_name = 'insight' AND o.actor_kind = 'person'
      AND NOT EXISTS (SELECT FROM operation_undo u WHERE u.operation_id = o.id) AND o.name <> 'undo' AND o.name NOT LIKE 'import.%')`,
};

/** Of an insight `i`: somebody worked on it. */
export const isWorkedOn = Prisma.sql`(${Prisma.join(Object.values(work), " OR ")})`;

/**
 * Of a ticket `t` that the run created: a later import, a pull or a webhook has written to it since, and that was not
 * itself taken back. It stays, whatever becomes of the run.
 */
export const changedSince = (runId: string) => Prisma.sql`(t.version > 1 AND EXISTS (
    SELECT FROM change c JOIN operation o ON o.id = c.operation_id
    LEFT JOIN import_run by ON o.name = 'import.batch' AND by.id::text = o.params ->> 'run'
    WHERE c.row_id = t.id::text AND c.table_name = 'ticket' AND o.name NOT IN ('import.undone', 'import.undo-batch')
      AND (by.id IS NULL OR (by.id <> ${runId}::uuid AND by.state <> 'undone'))))`;

const ofRun = (runId: string) => Prisma.sql`
  FROM ticket t JOIN insight i ON i.ticket_id = t.id
  WHERE t.import_run_id = ${runId}::uuid AND ${isWorkedOn} AND NOT ${changedSince(runId)}`;

/** How many of the insights that a run created, and that would go, somebody worked on. */
export async function countUndoBlockers(tx: Pick<Tx, "$queryRaw">, runId: string): Promise<number> {
  const { count } = await oneRow(tx, onlyCount)`
    SELECT count(*)::int AS count ${ofRun(runId)}`;
  return count;
}

/** The first of them, each with what was done. */
export async function listUndoBlockers(
  tx: Pick<Tx, "$queryRaw">,
  runId: string,
  limit: number,
): Promise<UndoBlocker[]> {
  return listRows(tx, aBlocker)`
    SELECT i.number, i.title, ${workOf} AS work ${ofRun(runId)} ORDER BY i.number LIMIT ${limit}`;
}

const workOf = Prisma.sql`array_remove(ARRAY[${Prisma.join(
  workKinds.map((kind) => Prisma.sql`CASE WHEN ${work[kind]} THEN ${kind}::text END`),
)}], NULL)`;

/** How many insights stayed though their import was taken back. */
export async function countStayed(tx: Pick<Tx, "$queryRaw">, runId: string): Promise<number> {
  const { count } = await oneRow(tx, onlyCount)`
    SELECT count(*)::int AS count FROM ticket t JOIN insight i ON i.ticket_id = t.id
    WHERE t.import_run_id = ${runId}::uuid`;
  return count;
}

/** The first insights that stayed though their import was taken back; without work when their ticket has changed since. */
export async function listStayed(
  tx: Pick<Tx, "$queryRaw">,
  runId: string,
  limit: number,
): Promise<UndoBlocker[]> {
  return listRows(tx, aBlocker)`
    SELECT i.number, i.title, ${workOf} AS work FROM ticket t JOIN insight i ON i.ticket_id = t.id
    WHERE t.import_run_id = ${runId}::uuid ORDER BY i.number LIMIT ${limit}`;
}
