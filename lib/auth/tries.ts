// Wrong tries to sign in are counted by where they come from, never by whom they are about alone: nobody shuts somebody
// else out. A few are free, then each makes the next wait twice as long, up to a limit; with time they are forgotten one
// by one. Seconds throughout.

export type Counted = "account" | "address" | "browser";

type Limit = { free: number; firstWait: number; longestWait: number; forgottenEvery: number };

export const limits: Record<Counted, Limit> = {
  /** One account from one address. */
  account: { free: 5, firstWait: 5, longestWait: 900, forgottenEvery: 900 },
  /** All accounts from one address, behind which a whole office may sit. */
  address: { free: 20, firstWait: 1, longestWait: 60, forgottenEvery: 30 },
  /** An account in a browser that its owner has signed in with. */
  browser: { free: 10, firstWait: 5, longestWait: 60, forgottenEvery: 60 },
};

/** How many wrong tries there were, and when the last one was. */
export type Tries = { wrong: number; lastAt: Date };

export function wrongOf({ wrong, lastAt }: Tries, counted: Counted, now: Date): number {
  const forgotten = Math.floor(secondsBetween(lastAt, now) / limits[counted].forgottenEvery);
  return Math.max(0, wrong - Math.max(0, forgotten));
}

/** Seconds until the next try; 0 when it may be made now. */
export function waitOf(tries: Tries, counted: Counted, now: Date): number {
  const { free, firstWait, longestWait } = limits[counted];
  const beyond = wrongOf(tries, counted, now) - free;
  if (beyond < 0) return 0;
  const wait = Math.min(longestWait, firstWait * 2 ** beyond);
  return Math.max(0, Math.ceil(wait - secondsBetween(tries.lastAt, now)));
}

/** Seconds after which nothing of what was counted is left. */
export const forgottenAfter = 86_400;

function secondsBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000;
}
