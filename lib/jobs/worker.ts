import { randomUUID } from "node:crypto";
import { z } from "zod";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { markFailed } from "#lib/imports/end-import.ts";
import { executeImport } from "#lib/imports/execute.ts";
import { markInterrupted } from "#lib/imports/interrupted.ts";
import { sweepSpool } from "#lib/imports/spool.ts";
import { keepPicturesOnTime } from "#lib/jobs/pictures.ts";
import { keepPulling } from "#lib/jobs/pulls.ts";
import { importQueue, openQueue } from "#lib/jobs/queue.ts";
import { keepHeapSmall } from "#lib/jobs/small-heap.ts";

// The process for what would stall a page. It may be killed at any moment: what it did is in the database, what it
// did not is taken up again.

const importJob = z.object({ runId: z.uuid() });
const mostTries = 5;

keepHeapSmall();
const url = env().DATABASE_URL;
if (!url) throw new Error("DATABASE_URL is not set");
const boss = await openQueue(url);

await boss.work(
  importQueue,
  {
    // A small file need not wait for a large one.
    localConcurrency: 2,
    pollingIntervalSeconds: 0.5,
    heartbeatRefreshSeconds: 3,
    includeMetadata: true,
  },
  async ([job]) => {
    if (!job) return;
    const { runId } = importJob.parse(job.data);
    try {
      await executeImport(runId);
    } catch (error) {
      const id = randomUUID();
      console.error(`import ${runId} ${id}`, error);
      if (job.retryCount < mostTries) throw error;
      await markFailed(runId, id, now());
    }
  },
);

// An upload that was noted just before a crash has no job yet. Asking for one that runs already changes nothing.
async function enqueueWaiting(): Promise<void> {
  const waiting = await db().importRun.findMany({
    where: { state: { in: ["queued", "checking", "writing"] }, spoolPath: { not: null } },
    select: { id: true },
  });
  for (const { id } of waiting) await boss.send(importQueue, { runId: id }, { singletonKey: id });
}

async function sweep(): Promise<void> {
  const kept = await db().importRun.findMany({
    where: { state: { notIn: ["done", "refused"] }, spoolPath: { not: null } },
    select: { spoolPath: true },
  });
  await sweepSpool(new Set(kept.flatMap(({ spoolPath }) => spoolPath ?? [])), now());
}

async function goRound(): Promise<void> {
  await enqueueWaiting();
  await markInterrupted(now());
}

await goRound();
await sweep();
await keepPicturesOnTime(boss);
const stopPulling = await keepPulling(boss);
const round = setInterval(() => {
  goRound().catch((error: Error) => console.error(`worker: ${error.message}`));
}, 10_000);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, async () => {
    clearInterval(round);
    stopPulling();
    await boss.stop({ graceful: false });
    await db().$disconnect();
    process.exit(0);
  });
}
