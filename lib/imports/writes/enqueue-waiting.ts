import "server-only";
import type { PgBoss } from "pg-boss";
import { db } from "#lib/db.ts";
import { listUnheld } from "#lib/imports/writes/held-runs.ts";
import { importQueue } from "#lib/imports/writes/import-queue.ts";
import { ask } from "#lib/jobs/queue.ts";

/** A job that was taken just now is about to be held. */
const youngMs = 2000;

/**
 * Sees to it that every import that is not done, or not taken back, has somebody to work on it. An upload noted just
 * before a crash has no job yet; that of a killed worker looks busy until its heart is found to have stopped, too late
 * for who waits for it.
 */
export async function enqueueWaiting(boss: PgBoss, now: Date): Promise<void> {
  const waiting = await db().importRun.findMany({
    where: {
      OR: [
        { state: { in: ["queued", "checking", "writing"] }, uploadId: { not: null } },
        { state: "undoing" },
      ],
    },
    select: { id: true },
  });
  const ids = waiting.map(({ id }) => id);
  for (const runId of await listUnheld(ids)) {
    const jobs = await boss.findJobs(importQueue.name, { key: runId });
    for (const { id, state, startedOn } of jobs)
      if (state === "active" && now.getTime() - startedOn.getTime() > youngMs)
        await boss.cancel(importQueue.name, id);
    // Asking for one that waits or runs already changes nothing.
    await ask(boss, importQueue, runId);
  }
}
