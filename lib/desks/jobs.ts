import "server-only";
import type { PgBoss } from "pg-boss";
import { listSourcesWithEvents } from "#lib/desks/reads/waiting-events.ts";
import { handleEvents } from "#lib/desks/writes/events/process-events.ts";
import { pruneEvents } from "#lib/desks/writes/events/prune-events.ts";
import { listDuePulls, runPull } from "#lib/desks/writes/pulls/pull-connection.ts";
import type { Desk, Jobs, Queue, Working } from "#lib/frame/job.ts";
import { ask } from "#lib/jobs/queue.ts";

/** What failed is looked for again by the rounds below, sooner or later as its connection says. */
const eventQueue: Queue = { name: "event", options: { retryLimit: 0, expireInSeconds: 3600 } };
const pullQueue: Queue = { name: "pull", options: { retryLimit: 0, expireInSeconds: 12 * 3600 } };
const twoAtOnce = { heartbeatRefreshSeconds: 3, localConcurrency: 2 };

/** What webhooks brought, of one connection by one worker at a time. */
const events: Desk = {
  queue: eventQueue,
  polling: { pollingIntervalSeconds: 0.5, ...twoAtOnce },
  work: (sourceId, { now, signal }) => handleEvents(sourceId, now, signal),
};

const pulls: Desk = {
  queue: pullQueue,
  polling: { pollingIntervalSeconds: 1, ...twoAtOnce },
  work: async (sourceId, working) => {
    await runPull(sourceId, working, working.signal);
    // Its tickets may be those that events wait for.
    await enqueueEvents(working, "all");
  },
};

/** Has the events taken in that can be: those that just came, or also those whose ticket may be here now. */
async function enqueueEvents({ boss, now }: Working, which: "new" | "all"): Promise<void> {
  await askForEach(boss, eventQueue, await listSourcesWithEvents(now(), which));
}

async function askForEach(boss: PgBoss, queue: Queue, ids: readonly string[]): Promise<void> {
  for (const id of ids) await ask(boss, queue, id);
}

export const desksJobs: Jobs = {
  desks: [events, pulls],
  rounds: [
    { name: "events", everyMs: 1000, once: (working) => enqueueEvents(working, "new") },
    // After each pull one may have come; this often at least.
    { name: "events that wait", everyMs: 60_000, once: (working) => enqueueEvents(working, "all") },
    { name: "old events", everyMs: 3_600_000, once: ({ now }) => pruneEvents(now()) },
    {
      name: "pulls",
      everyMs: 3000,
      once: async ({ boss, now }) => askForEach(boss, pullQueue, await listDuePulls(now())),
    },
  ],
};
