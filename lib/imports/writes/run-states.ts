import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { db } from "#lib/db.ts";
import type { UserError } from "#lib/errors.ts";
import { importOps } from "#lib/imports/noun.ts";
import type { ImportQuestion } from "#lib/imports/question.ts";
import type { ImportOptions } from "#lib/imports/schema.ts";
import { newCall, write } from "#lib/operations/write.ts";

// How a run ends, or stops, other than by being done.

/** The file as a whole is refused, with its reason. */
export async function markRefused(
  actor: Actor,
  runId: string,
  { key, params }: UserError,
  now: Date,
): Promise<void> {
  await write(
    actor,
    newCall(now, "import"),
    { operation: importOps.refused, params: { run: runId }, work: "import" },
    async (w) => {
      await w.tx.importRun.updateMany({
        where: { id: runId, state: { in: ["queued", "checking", "writing"] } },
        data: { state: "refused", refusal: { key, params }, finishedAt: now },
      });
      return null;
    },
  );
}

/** Something is wrong with us, not with the file: what was written stays, and so does the file. */
export async function markFailed(runId: string, id: string, now: Date): Promise<void> {
  await db().importRun.updateMany({
    where: { id: runId, state: { in: ["queued", "checking", "writing"] } },
    data: {
      state: "failed",
      refusal: { key: "unexpected", params: { id } },
      finishedAt: now,
    },
  });
  // Half taken back is no state to stay in: whoever looks is told, and it is tried again.
  await db().importUndo.updateMany({
    where: { importRunId: runId, run: { state: "undoing" } },
    data: { failure: id },
  });
}

/** Goes on when a person has answered. */
export async function markAsking(runId: string, question: ImportQuestion): Promise<void> {
  await db().importRun.updateMany({
    where: { id: runId, state: "checking" },
    data: { state: "asking", question },
  });
}

/** What was found out about how to read the file, before anything of it is written. */
export async function keepOptions(runId: string, options: ImportOptions): Promise<void> {
  await db().importRun.updateMany({ where: { id: runId, state: "checking" }, data: { options } });
}

/** How far the check came; never less than before, though it begins anew after an interruption. */
export async function markChecked(runId: string, bytes: number): Promise<void> {
  await db().$executeRaw`
    UPDATE import_run SET checked_bytes = greatest(checked_bytes, ${BigInt(bytes)})
    WHERE id = ${runId}::uuid AND state = 'checking'`;
}

/** @returns false when the run is not to be worked on. A run that was already writing goes on writing. */
export async function markStarted(runId: string, now: Date): Promise<boolean> {
  const started = await db().$executeRaw`
    UPDATE import_run SET state = CASE state WHEN 'writing' THEN state ELSE 'checking' END,
      started_at = coalesce(started_at, ${now})
    WHERE id = ${runId}::uuid AND state IN ('queued', 'checking', 'writing')`;
  return started === 1;
}
