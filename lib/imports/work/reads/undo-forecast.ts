import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { workSubjects } from "#lib/imports/subjects.ts";
import { countWork } from "#lib/imports/work/plans/work-links.ts";
import type { WorkRowView } from "./rows.ts";
import { listWorkBlockers, readWorkChanges } from "./undo-facts.ts";

export type WorkUndoForecast = { archived: number; restored: number; blockers: WorkRowView[] };

/** What undoing an import of themes, initiatives or OKRs would do; null when the viewer can't undo it at all. */
export async function findWorkUndoForecast(
  viewer: Actor,
  id: string,
): Promise<WorkUndoForecast | null> {
  if (!can(viewer, "import:run") || !z.uuid().safeParse(id).success) return null;
  const run = await db().importRun.count({
    where: { id, subject: { in: [...workSubjects] }, state: { in: ["done", "failed"] } },
  });
  if (run === 0) return null;
  const [changes, blockers] = await Promise.all([
    readWorkChanges(db(), id),
    listWorkBlockers(db(), id),
  ]);
  const { made, changed } = countWork(changes);
  return { archived: made, restored: changed, blockers };
}
