import { randomUUID } from "node:crypto";
import { z } from "zod";
import { companyTimeZone, now } from "#lib/clock.ts";
import { carryOutErasures } from "#lib/customers/writes/carry-out-erasure.ts";
import { sealErasureKey } from "#lib/customers/writes/erasure-key.ts";
import { db } from "#lib/db.ts";
import { databaseUrl } from "#lib/env.ts";
import { sweepSpool } from "#lib/imports/spool.ts";
import { carryOutImport } from "#lib/imports/writes/carry-out-import.ts";
import { holdRun, markInterrupted } from "#lib/imports/writes/held-runs.ts";
import { markFailed } from "#lib/imports/writes/run-states.ts";
import { keepHandlingEvents } from "#lib/jobs/events.ts";
import { keepPicturesOnTime } from "#lib/jobs/pictures.ts";
import { keepPulling } from "#lib/jobs/pulls.ts";
import { importQueue, openQueue } from "#lib/jobs/queue.ts";
import { keepDoing } from "#lib/jobs/rounds.ts";
import { keepHeapSmall } from "#lib/jobs/small-heap.ts";
import { enqueueWaiting } from "#lib/jobs/waiting-imports.ts";
import { texts } from "#lib/nouns.server.ts";
import { stillBell } from "#lib/operations/bell.ts";

// The process for what would stall a page. It may be killed at any moment: what it did is in the database, what it
// did not is taken up again.

const importJob = z.object({ runId: z.uuid() });
const mostTries = 5;
const ending = new AbortController();
const carryingOn = { now, timeZone: companyTimeZone(), signal: ending.signal };

keepHeapSmall();
const boss = await openQueue(databaseUrl());

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
      const letGo = await holdRun(runId);
      await carryOutImport(runId, carryingOn).finally(letGo);
    } catch (error) {
      const id = randomUUID();
      console.error(`import ${runId} ${id}`, error);
      if (job.retryCount < mostTries) throw error;
      await markFailed(runId, id, now());
    }
  },
);

async function sweep(): Promise<void> {
  const kept = await db().importRun.findMany({
    where: { state: { notIn: ["done", "refused", "undone"] }, spoolPath: { not: null } },
    select: { spoolPath: true },
  });
  await sweepSpool(new Set(kept.flatMap(({ spoolPath }) => spoolPath ?? [])), now());
}

await sealErasureKey(db());
const rounds = [
  keepDoing("waiting imports", 1000, () => enqueueWaiting(boss, now())),
  keepDoing("interrupted imports", 10_000, () => markInterrupted(now())),
  keepDoing("spool", 3_600_000, sweep),
  keepDoing("erasures", 1000, () => carryOutErasures({ ...carryingOn, texts })),
];
await keepPicturesOnTime(boss);
const stopHandling = await keepHandlingEvents(boss);
const stopPulling = await keepPulling(boss);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, async () => {
    ending.abort();
    await Promise.all([...rounds.map(({ stop }) => stop()), stopPulling(), stopHandling()]);
    await boss.stop({ graceful: false });
    await stillBell();
    await db().$disconnect();
    process.exit(0);
  });
}
