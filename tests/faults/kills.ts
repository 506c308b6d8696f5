import { setTimeout as sleep } from "node:timers/promises";
import type { Victim } from "./product.ts";
import { shuffled } from "./shuffled.ts";

/** A kill at a moment of an import: when so much of it is done (0-1), and so many milliseconds more. */
export type Kill = {
  victim: Victim;
  share: number;
  delayMs: number /** Of the upload in flight, 0-1. */;
  sent: number;
};

/** So late that an import is still busy when it comes. */
const latest = 0.9;

/** A kill of each of them, in any order, at any moments of one import. */
export function planKills(whom: readonly Victim[], random: () => number): Kill[] {
  const shares = whom.map(() => random() * latest).toSorted((a, b) => a - b);
  return shuffled(whom, random).map((victim, at) => ({
    victim,
    share: shares[at] ?? 0,
    delayMs: Math.floor(random() * 250),
    sent: 0.05 + random() * 0.9,
  }));
}

export function nameOf({ victim, share, delayMs }: Kill): string {
  return `${victim} at ${(share * 100).toFixed(1)} % + ${delayMs} ms`;
}

/** Fails with `what` when the answer takes over three minutes, as no busy machine does. @returns what came, and after how many ms */
export async function within<Answer>(what: string, coming: Promise<Answer>) {
  const begun = performance.now();
  const ending = new AbortController();
  const late = sleep(180_000, null, { signal: ending.signal }).then(() => {
    throw new Error(`${what}: not within 180 s`);
  });
  late.catch(() => {});
  try {
    const answer = await Promise.race([coming, late]);
    return { answer, ms: performance.now() - begun };
  } finally {
    ending.abort();
  }
}
