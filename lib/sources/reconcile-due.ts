import { defaultTimeZone } from "#lib/clock.ts";
import { dayOf } from "#lib/quarter.ts";

const nightEndsAtHour = 2;

/**
 * Whether a night began since a source was last looked through as a whole: at two in the morning of the company's day.
 * A source counts from its first pull on, which brought all there was.
 */
export function isReconcileDue(
  { reconciledAt, firstPulledAt }: { reconciledAt: Date | null; firstPulledAt: Date | null },
  now: Date,
  timeZone = defaultTimeZone,
): boolean {
  const last = reconciledAt ?? firstPulledAt;
  return last !== null && nightOf(last, timeZone) < nightOf(now, timeZone);
}

/** The day whose two o'clock was the last one. Days are in the order of their names. */
function nightOf(at: Date, timeZone: string): string {
  return dayOf(new Date(at.getTime() - nightEndsAtHour * 60 * 60_000), timeZone);
}
