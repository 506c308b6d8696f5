import type { Placing } from "#lib/insights/list/address.ts";

/**
 * What the inbox begins with for whoever holds the week's duty: only what nothing was sure to place, so that twenty
 * minutes are enough. The whole of it where all is sure, or nothing is.
 */
export function placingOnDuty({ sure, unsure }: { sure: number; unsure: number }): Placing | null {
  return sure > 0 && unsure > 0 ? "unsure" : null;
}
