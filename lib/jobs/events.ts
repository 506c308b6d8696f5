import "server-only";
import type { PgBoss } from "pg-boss";
import { z } from "zod";
import { now } from "#lib/clock.ts";
import { handleEvents } from "#lib/sources/handle-events.ts";
import { listSourcesWithEvents, pruneEvents } from "#lib/sources/waiting-events.ts";

const eventQueue = "event";
const lookEveryMs = 1000;
const pruneEveryMs = 60 * 60_000;
const job = z.object({ sourceId: z.uuid() });

/** Takes in what webhooks brought, of one connection by one instance at a time. @returns what ends it. */
export async function keepHandlingEvents(boss: PgBoss): Promise<() => void> {
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
  const look = async () => {
    for (const sourceId of await listSourcesWithEvents(now()))
      await boss.send(eventQueue, { sourceId }, { singletonKey: sourceId });
  };
  const say = (error: Error) => console.error(`events: ${error.message}`);
  const timers = [
    setInterval(() => void look().catch(say), lookEveryMs),
    setInterval(() => void pruneEvents(now()).catch(say), pruneEveryMs),
  ];
  await look();
  await pruneEvents(now());
  return () => {
    for (const timer of timers) clearInterval(timer);
    ending.abort();
  };
}
