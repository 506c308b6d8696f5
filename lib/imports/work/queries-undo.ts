import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import type { WorkRowView } from "./queries-rows.ts";
import { workSubjects } from "./subjects.ts";
import { listWorkBlockers, readWorkChanges } from "./undo-facts.ts";
import { countWork } from "./work-links.ts";

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
