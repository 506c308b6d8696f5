import type { Moment } from "#lib/quarter.ts";

/** The zone of the cast's company. */
export const paris = "Europe/Paris";

/** An instant by the calendar of the cast's company. */
export function inParis(now: Date): Moment {
  return { now, timeZone: paris };
}
