import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import {
  changedSince,
  countStayed,
  countUndoBlockers,
  listStayed,
  listUndoBlockers,
  type UndoBlocker,
} from "#lib/imports/reads/undo-blockers.ts";
import { oneRow } from "#lib/sql/rows.ts";

export const blockersShown = 100;

export type UndoForecast = {
  /** Insights that would go. */
  created: number;
  /** Tickets that would be as they were before. */
  restored: number;
  /** Tickets that it brought or changed and that stay, having changed since: by a later import, or from the desk. */
  kept: number;
  blocked: number;
  /** The first of those that stand in the way. */
  blockers: UndoBlocker[];
};

const counts = z.object({
  brought: z.number(),
  touched: z.number(),
  restored: z.number(),
  changed: z.number(),
});

/** What undoing an import would do; null when it can't be undone by the viewer at all. */
export async function findUndoForecast(viewer: Actor, id: string): Promise<UndoForecast | null> {
  if (!can(viewer, "import:run") || !z.uuid().safeParse(id).success) return null;
  const run = await db().importRun.findUnique({
    where: { id, kind: "file", subject: "insights", state: { in: ["done", "failed"] } },
    select: { updated: true },
  });
  if (!run) return null;
  const [numbers, blocked, blockers] = await Promise.all([
    oneRow(db(), counts)`
      SELECT (SELECT count(*)::int FROM ticket t WHERE t.import_run_id = ${id}::uuid) AS brought,
        (SELECT count(*)::int FROM ticket t WHERE t.import_run_id = ${id}::uuid AND ${changedSince(id)}) AS touched,
        (SELECT count(*)::int FROM import_before b JOIN ticket t ON t.id = b.ticket_id
          WHERE b.import_run_id = ${id}::uuid AND t.row_hash = b.written_hash) AS restored,
        (SELECT count(*)::int FROM import_before b WHERE b.import_run_id = ${id}::uuid) AS changed`,
    countUndoBlockers(db(), id),
    listUndoBlockers(db(), id, blockersShown),
  ]);
  const { brought, touched, restored, changed } = numbers;
  const kept = touched + changed - restored;
  return { created: brought - touched, restored, kept, blocked, blockers };
}

/** The first insights that stayed when their import was taken back, each with the work that kept it. */
export async function listStayedInsights(viewer: Actor, id: string): Promise<UndoBlocker[]> {
  if (!can(viewer, "import:read") || !z.uuid().safeParse(id).success) return [];
  return listStayed(db(), id, blockersShown);
}

/** How many there are of those. */
export async function countStayedInsights(viewer: Actor, id: string): Promise<number> {
  if (!can(viewer, "import:read") || !z.uuid().safeParse(id).success) return 0;
  return countStayed(db(), id);
}
