import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import type { WorkRowView } from "./queries-rows.ts";
import { workSubjects } from "./subjects.ts";
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
  const own = changes.filter(({ tableName }) =>
    ["theme", "initiative", "objective", "key_result"].includes(tableName),
  );
  const made = new Set(own.filter(({ before }) => !before).map(({ rowId }) => rowId));
  const changed = own.filter(({ rowId, after }) => !made.has(rowId) && !(after && "now" in after));
  const restored = new Set(changed.map(({ rowId }) => rowId)).size;
  return { archived: made.size, restored, blockers };
}
