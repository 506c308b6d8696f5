import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import {
  countUndoBlockers,
  listUndoBlockers,
  type UndoBlocker,
} from "#lib/imports/undo-blockers.ts";

export const blockersShown = 100;

export type UndoForecast = {
  /** Insights that would go. */
  created: number;
  /** Tickets that would be as they were before. */
  restored: number;
  /** Tickets that it changed and that stay, having changed since. */
  kept: number;
  blocked: number;
  /** The first of those that stand in the way. */
  blockers: UndoBlocker[];
};

/** What undoing an import would do; null when it can't be undone by the viewer at all. */
export async function findUndoForecast(viewer: Actor, id: string): Promise<UndoForecast | null> {
  if (!can(viewer, "import:run") || !z.uuid().safeParse(id).success) return null;
  const run = await db().importRun.findUnique({
    where: { id, kind: "file", subject: "insights", state: { in: ["done", "failed"] } },
    select: { updated: true },
  });
  if (!run) return null;
  const [[numbers], blocked, blockers] = await Promise.all([
    db().$queryRaw<{ created: number; restored: number; changed: number }[]>`
      SELECT (SELECT count(*)::int FROM ticket t JOIN insight i ON i.ticket_id = t.id WHERE t.import_run_id = ${id}::uuid) AS created,
        (SELECT count(*)::int FROM import_before b JOIN ticket t ON t.id = b.ticket_id
          WHERE b.import_run_id = ${id}::uuid AND t.row_hash = b.written_hash) AS restored,
        (SELECT count(*)::int FROM import_before b WHERE b.import_run_id = ${id}::uuid) AS changed`,
    countUndoBlockers(db(), id),
    listUndoBlockers(db(), id, blockersShown),
  ]);
  const { created = 0, restored = 0, changed = 0 } = numbers ?? {};
  return { created, restored, kept: changed - restored, blocked, blockers };
}
