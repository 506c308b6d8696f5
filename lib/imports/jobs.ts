import "server-only";
import { randomUUID } from "node:crypto";
import type { Desk, Jobs } from "#lib/frame/job.ts";
import { clearScratch, copiesOf, sweepScratch } from "#lib/imports/scratch.ts";
import { carryOutImport } from "#lib/imports/writes/carry-out-import.ts";
import { enqueueWaiting } from "#lib/imports/writes/enqueue-waiting.ts";
import { holdRun, markInterrupted } from "#lib/imports/writes/held-runs.ts";
import { importQueue } from "#lib/imports/writes/import-queue.ts";
import { markFailed } from "#lib/imports/writes/run-states.ts";
import { takeInSpooled } from "#lib/imports/writes/take-in-spooled.ts";
import { sweepUploads } from "#lib/imports/writes/uploads.ts";

const mostTries = 5;

const imports: Desk = {
  queue: importQueue,
  // A small file need not wait for a large one.
  polling: { localConcurrency: 2, pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: 3 },
  work: async (runId, working, tries) => {
    try {
      const { isAlone, letGo } = await holdRun(runId);
      if (isAlone) await clearScratch(copiesOf(runId));
      await carryOutImport(runId, working).finally(letGo);
    } catch (error) {
      const id = randomUUID();
      console.error(`import ${runId} ${id}`, error);
      if (tries < mostTries) throw error;
      await markFailed(runId, id, working.now());
    }
  },
};

const hourly = 3_600_000;

export const importsJobs: Jobs = {
  desks: [imports],
  rounds: [
    {
      name: "waiting imports",
      everyMs: 1000,
      once: ({ boss, now }) => enqueueWaiting(boss, now()),
    },
    { name: "interrupted imports", everyMs: 10_000, once: ({ now }) => markInterrupted(now()) },
    {
      name: "uploads of earlier releases",
      everyMs: hourly,
      once: ({ now }) => takeInSpooled(now()),
    },
    { name: "uploads", everyMs: hourly, once: ({ now }) => sweepUploads(now()) },
    { name: "working copies", everyMs: hourly, once: ({ now }) => sweepScratch(now()) },
  ],
};
