import "server-only";
import type { Queue } from "#lib/frame/job.ts";
import { enqueue } from "#lib/jobs/queue.ts";

export const importQueue: Queue = {
  name: "import",
  options: {
    // A kill is no failure of the import: those that are count their tries.
    retryLimit: 1000,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 15,
    expireInSeconds: 12 * 3600,
  },
};

/** Asks for an import to be run. Asking twice for one run is asking once. */
export const enqueueImport = (runId: string) => enqueue(importQueue, runId);
