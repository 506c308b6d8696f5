// Hats and memberships are dated: days as YYYY-MM-DD, `endsOn` the first day without. One that would end on or
// before the day it starts never was.

export type Period = { startsOn: string; endsOn: string | null };

export function overlaps(one: Period, other: Period): boolean {
  return startsBeforeEndOf(one, other) && startsBeforeEndOf(other, one);
}

/** The period cut at `endsOn`; null when nothing of it is left. Never longer than before. */
export function endedOn(period: Period, endsOn: string): Period | null {
  if (endsOn <= period.startsOn) return null;
  const sooner = period.endsOn !== null && period.endsOn < endsOn ? period.endsOn : endsOn;
  return { ...period, endsOn: sooner };
}

export function isPeriod({ startsOn, endsOn }: Period): boolean {
  return endsOn === null || endsOn > startsOn;
}

function startsBeforeEndOf(one: Period, other: Period): boolean {
  return other.endsOn === null || one.startsOn < other.endsOn;
}
