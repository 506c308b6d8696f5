import "server-only";
import { randomUUID } from "node:crypto";
import { db } from "#lib/db.ts";
import type { Desk, Jobs, Working } from "#lib/frame/job.ts";
import { sweepSpool } from "#lib/imports/spool.ts";
import { carryOutImport } from "#lib/imports/writes/carry-out-import.ts";
import { enqueueWaiting } from "#lib/imports/writes/enqueue-waiting.ts";
import { holdRun, markInterrupted } from "#lib/imports/writes/held-runs.ts";
import { importQueue } from "#lib/imports/writes/import-queue.ts";
import { markFailed } from "#lib/imports/writes/run-states.ts";

const mostTries = 5;

const imports: Desk = {
  queue: importQueue,
  // A small file need not wait for a large one.
  polling: { localConcurrency: 2, pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: 3 },
  work: async (runId, working, tries) => {
    try {
      const letGo = await holdRun(runId);
      await carryOutImport(runId, working).finally(letGo);
    } catch (error) {
      const id = randomUUID();
      console.error(`import ${runId} ${id}`, error);
      if (tries < mostTries) throw error;
      await markFailed(runId, id, working.now());
    }
  },
};

async function sweep({ now }: Working): Promise<void> {
  const kept = await db().importRun.findMany({
    where: { state: { notIn: ["done", "refused", "undone"] }, spoolPath: { not: null } },
    select: { spoolPath: true },
  });
  await sweepSpool(new Set(kept.flatMap(({ spoolPath }) => spoolPath ?? [])), now());
}

export const importsJobs: Jobs = {
  desks: [imports],
  rounds: [
    {
      name: "waiting imports",
      everyMs: 1000,
      once: ({ boss, now }) => enqueueWaiting(boss, now()),
    },
    { name: "interrupted imports", everyMs: 10_000, once: ({ now }) => markInterrupted(now()) },
    { name: "spool", everyMs: 3_600_000, once: sweep },
  ],
};
