import "server-only";
import { db } from "#lib/db.ts";
import { executeImport } from "#lib/imports/writes/import-tickets.ts";
import { type TakeBackSettings, takeBackImport } from "#lib/imports/writes/undo/undo-in-batches.ts";

/**
 * Whatever is to be done for a run: to take it in, or to take it back. While another import of its source is taken back
 * it does nothing: the run still waits, and is asked for again.
 */
export async function executeRun(runId: string, settings: TakeBackSettings): Promise<void> {
  const run = await db().importRun.findUnique({
    where: { id: runId },
    select: { state: true, sourceId: true },
  });
  if (!run) return;
  if (run.state === "undoing") return takeBackImport(runId, settings);
  const undoing = await db().importRun.count({
    where: { sourceId: run.sourceId, state: "undoing" },
  });
  if (undoing === 0) await executeImport(runId);
}
