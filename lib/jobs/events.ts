import "server-only";
import type { PgBoss } from "pg-boss";
import { z } from "zod";
import { now } from "#lib/clock.ts";
import { listSourcesWithEvents } from "#lib/desks/reads/waiting-events.ts";
import { handleEvents } from "#lib/desks/writes/events/process-events.ts";
import { pruneEvents } from "#lib/desks/writes/events/prune-events.ts";
import { keepDoing } from "#lib/jobs/rounds.ts";

const eventQueue = "event";
const lookEveryMs = 1000;
/** What waits for a ticket is looked for when one may have come: after each pull, and this often at least. */
const lookAtWaitingEveryMs = 60_000;
const pruneEveryMs = 60 * 60_000;
const job = z.object({ sourceId: z.uuid() });

/** Takes in what webhooks brought, of one connection by one instance at a time. @returns what ends it. */
export async function keepHandlingEvents(boss: PgBoss): Promise<() => Promise<unknown>> {
  const ending = new AbortController();
  await boss.createQueue(eventQueue, {
    policy: "exclusive",
    heartbeatSeconds: 10,
    retryLimit: 0,
    expireInSeconds: 3600,
  });
  const polling = { pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: 3, localConcurrency: 2 };
  await boss.work(eventQueue, polling, async ([found]) => {
    if (found) await handleEvents(job.parse(found.data).sourceId, now, ending.signal);
  });
  const rounds = [
    keepDoing("events", lookEveryMs, () => enqueueEvents(boss, "new")),
    keepDoing("events that wait", lookAtWaitingEveryMs, () => enqueueEvents(boss, "all")),
    keepDoing("old events", pruneEveryMs, () => pruneEvents(now())),
  ];
  return () => {
    ending.abort();
    return Promise.all(rounds.map(({ stop }) => stop()));
  };
}

/** Has the events taken in that can be: those that just came, or also those whose ticket may be here now. */
export async function enqueueEvents(boss: PgBoss, which: "new" | "all"): Promise<void> {
  for (const sourceId of await listSourcesWithEvents(now(), which))
    await boss.send(eventQueue, { sourceId }, { singletonKey: sourceId });
}
