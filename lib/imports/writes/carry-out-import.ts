import "server-only";
import { findWaitingRun } from "#lib/imports/reads/waiting-run.ts";
import { whoStarted } from "#lib/imports/reads/who-started.ts";
import { refusalIn } from "#lib/imports/refusal-in.ts";
import { copiesOf, inScratch } from "#lib/imports/scratch.ts";
import { isWorkSubject } from "#lib/imports/subjects.ts";
import { importWork } from "#lib/imports/work/writes/import-work.ts";
import { importTickets } from "#lib/imports/writes/import-tickets.ts";
import { markAsking, markRefused, markStarted } from "#lib/imports/writes/run-states.ts";
import { type UndoSettings, undoInBatches } from "#lib/imports/writes/undo/undo-in-batches.ts";
import { unpackUpload } from "#lib/imports/writes/unpack-upload.ts";
import { dropUploadOf } from "#lib/imports/writes/uploads.ts";
import { momentOf } from "#lib/quarter.ts";

/**
 * Whatever is to be done for a run: to undo it; or to import its file, as the person who started it, until it is done,
 * refused, or asks something. One that was interrupted is gone on with; its file goes when it is done or refused. While
 * another import of its source is undone it does nothing: the run still waits, and is asked for again.
 * Anything but a refusal is thrown, for the queue to try again.
 */
export async function carryOutImport(runId: string, settings: UndoSettings): Promise<void> {
  const run = await findWaitingRun(runId);
  if (run?.state === "undoing") return undoInBatches(runId, settings);
  const { now } = settings;
  if (!run?.uploadId || run.isSourceUndoing || !(await markStarted(runId, now()))) return;
  const { subject, uploadId } = run;
  const actor = await whoStarted(run.startedById, momentOf(settings));
  try {
    const question = await inScratch(copiesOf(runId), async (folder) => {
      const table = await unpackUpload({ ...run, uploadId }, folder);
      return isWorkSubject(subject)
        ? await importWork(actor, { ...run, subject }, table, now)
        : await importTickets(actor, run, table, settings);
    });
    if (question) return await markAsking(runId, question);
  } catch (error) {
    const reason = refusalIn(error);
    if (reason.key === "import-taken-over" || reason.key === "import-source-undoing") return;
    await markRefused(actor, runId, reason, now());
  }
  await dropUploadOf(runId);
}
