import "server-only";
import { z } from "zod";
import type { Desk, Jobs, Nightly, Working } from "#lib/frame/job.ts";
import { makeQueue } from "#lib/jobs/queue.ts";
import { keepDoing } from "#lib/jobs/rounds.ts";

/** Jobs carry nothing: their key is what they are about, also for those asked for by an earlier release. */
const key = z.uuid();

/** Does what is declared until it is stopped. @returns what ends the rounds, over once those under way are. */
export async function carryOut(
  declared: readonly Jobs[],
  working: Working,
): Promise<() => Promise<unknown>> {
  for (const { first } of declared) await first?.();
  const desks = declared.flatMap((one) => one.desks ?? []);
  // All are there before anybody asks for work on one.
  for (const { queue } of desks) await makeQueue(working.boss, queue);
  for (const desk of desks) await workAt(desk, working);
  for (const one of declared.flatMap((jobs) => jobs.nightly ?? [])) await eachNight(one, working);
  const rounds = declared
    .flatMap((one) => one.rounds ?? [])
    .map(({ name, everyMs, once }) => keepDoing(name, everyMs, () => once(working)));
  return () => Promise.all(rounds.map(({ stop }) => stop()));
}

async function workAt({ queue, polling, work }: Desk, working: Working): Promise<void> {
  const options = { ...polling, includeMetadata: true } as const;
  await working.boss.work(queue.name, options, async ([found]) => {
    if (found) await work(key.parse(found.singletonKey), working, found.retryCount);
  });
}

async function eachNight({ name, at, options, once }: Nightly, working: Working): Promise<void> {
  const { boss, timeZone } = working;
  await boss.createQueue(name, { policy: "exclusive", ...options });
  await boss.schedule(name, at, null, { tz: timeZone });
  await boss.send(name, {});
  await boss.work(name, { pollingIntervalSeconds: 30 }, async () => {
    await once(working);
  });
}
