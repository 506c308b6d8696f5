import "server-only";
import type { PgBoss } from "pg-boss";
import { z } from "zod";
import { companyTimeZone, now } from "#lib/clock.ts";
import { listDuePulls, runPull } from "#lib/desks/writes/pulls/pull-connection.ts";
import { enqueueEvents } from "#lib/jobs/events.ts";
import { keepDoing } from "#lib/jobs/rounds.ts";

const pullQueue = "pull";
const lookEveryMs = 3000;
const job = z.object({ sourceId: z.uuid() });

/** Pulls from each connection when it is due, from one at a time by one instance. @returns what ends it. */
export async function keepPulling(boss: PgBoss): Promise<() => Promise<void>> {
  const ending = new AbortController();
  await boss.createQueue(pullQueue, {
    policy: "exclusive",
    heartbeatSeconds: 10,
    retryLimit: 0,
    expireInSeconds: 12 * 3600,
  });
  const polling = { pollingIntervalSeconds: 1, heartbeatRefreshSeconds: 3, localConcurrency: 2 };
  await boss.work(pullQueue, polling, async ([found]) => {
    if (!found) return;
    await runPull(
      job.parse(found.data).sourceId,
      { now, timeZone: companyTimeZone() },
      ending.signal,
    );
    // Its tickets may be those that events wait for.
    await enqueueEvents(boss, "all");
  });
  const look = async () => {
    for (const sourceId of await listDuePulls(now()))
      await boss.send(pullQueue, { sourceId }, { singletonKey: sourceId });
  };
  const { stop } = keepDoing("pulls", lookEveryMs, look);
  return () => {
    ending.abort();
    return stop();
  };
}
