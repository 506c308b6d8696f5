/**
 * Top-down initiatives (from a strategic need rather than from a team's insights) stay under 20 %
 * of all, by count. It says something of the company over four quarters only: one of a team's four
 * would read 25 %. Shown for information; exactly 20 % is no longer under.
 */
import type { Band } from "#lib/roadmap/band.ts";
import type { TechShare } from "#lib/roadmap/tech-share.ts";

export const TOP_DOWN_LIMIT: Band = { low: 0, high: 20 };

/** `share` is 0-1. There is nothing to mend: strategy is not swapped for balance. */
export function topDownShare({ topDown, all }: { topDown: number; all: number }): {
  band: Band;
  reading: TechShare;
} {
  const band = TOP_DOWN_LIMIT;
  if (all <= 0) return { band, reading: { state: "none", share: null } };
  const share = topDown / all;
  const isUnder = 100 * topDown < band.high * all;
  return {
    band,
    reading: isUnder
      ? { state: "within", share, room: null }
      : { state: "above", share, add: null, swap: null, takeOut: null },
  };
}
