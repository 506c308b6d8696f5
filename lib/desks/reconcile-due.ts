import { dayOf } from "#lib/quarter.ts";

const nightEndsAtHour = 2;

/**
 * Whether a night began since a source was last compared as a whole: at two in the morning of the company's day. One that
 * never was has not been pulled to its end either, which brings all there is.
 */
export function isReconcileDue(reconciledAt: Date | null, now: Date, timeZone: string): boolean {
  return reconciledAt !== null && nightOf(reconciledAt, timeZone) < nightOf(now, timeZone);
}

/** The day whose two o'clock was the last one. Days are in the order of their names. */
function nightOf(at: Date, timeZone: string): string {
  return dayOf(new Date(at.getTime() - nightEndsAtHour * 60 * 60_000), timeZone);
}
