// How far a key result is, from 0 to 1, and where a steady pace would have it today. More and less are the part of
// the way from start to target. Keep is judged at the end: 1 while every check-in held, 0 once one did not. Hit is
// yes or no. An objective is the mean of its key results. Committed expects 1.0, aspirational is a success at 0.7.

export const directions = ["more", "less", "keep", "hit"] as const;
export type Direction = (typeof directions)[number];

export const commitments = ["committed", "aspirational"] as const;
export type Commitment = (typeof commitments)[number];

/** What each commitment expects at the quarter's end. */
export const goalOf = { committed: 1, aspirational: 0.7 } as const satisfies Record<
  Commitment,
  number
>;

/** Start, target and checked-in values as they are typed, in the unit of the key result. */
export const measureNumber = { min: -1e12, max: 1e12 } as const;
/** From 0, no hope, to 10, certain. */
export const confidenceNumber = { whole: true, min: 0, max: 10 } as const;

export type Measure = { direction: Direction; start: number; target: number };

export type Standing = {
  /** 0 to 1; null while nothing was checked in. */
  progress: number | null;
  /** 0 to 1, where a steady pace would be today; null where pace says nothing (keep, hit), and once the quarter is over. */
  expected: number | null;
  /** Never once the quarter is over: then there is a result instead of a pace. */
  isBehind: boolean;
  /** Whether it came to what its commitment expects; null while the quarter goes on. */
  isReached: boolean | null;
};

/** @param values all values checked in, oldest first. @returns 0 to 1, or null with no value at all. */
export function progressOf(measure: Measure, values: readonly number[]): number | null {
  const now = values.at(-1);
  if (now === undefined) return null;
  if (measure.direction === "keep") return values.every((value) => isHeld(measure, value)) ? 1 : 0;
  const way = measure.target - measure.start;
  return way === 0 ? Number(now === measure.target) : clamped((now - measure.start) / way);
}

/**
 * Whether a value to keep is on the good side of its target: the side where it started. Started on the target
 * itself, a zero must not rise and anything else must not fall.
 */
export function isHeld({ start, target }: Measure, value: number): boolean {
  if (start > target || (start === target && target !== 0)) return value >= target;
  return value <= target;
}

/** @param elapsed the part of the quarter that is over, 0 to 1. */
export function keyResultStanding(
  measure: Measure,
  values: readonly number[],
  commitment: Commitment,
  elapsed: number,
): Standing {
  const progress = progressOf(measure, values);
  if (elapsed >= 1) return resultOf(progress, commitment);
  const pace = paceOf(measure, elapsed) * goalOf[commitment];
  const isPaced = measure.direction === "more" || measure.direction === "less";
  return {
    progress,
    expected: isPaced ? pace : null,
    isBehind: isBelow(progress, pace),
    isReached: null,
  };
}

/** The mean of its key results; one without a check-in counts as 0 beside others that have one. */
export function objectiveStanding(
  parts: readonly { measure: Measure; progress: number | null }[],
  commitment: Commitment,
  elapsed: number,
): Standing {
  const isMeasured = parts.some((part) => part.progress !== null);
  const progress = isMeasured ? mean(parts.map((part) => part.progress ?? 0)) : null;
  if (elapsed >= 1) return resultOf(progress, commitment);
  if (progress === null) return { progress, expected: null, isBehind: false, isReached: null };
  const expected = mean(parts.map((part) => paceOf(part.measure, elapsed))) * goalOf[commitment];
  return { progress, expected, isBehind: isBelow(progress, expected), isReached: null };
}

/** What is left to say once the quarter is over. */
function resultOf(progress: number | null, commitment: Commitment): Standing {
  return { progress, expected: null, isBehind: false, isReached: isSuccess(progress, commitment) };
}

export function isSuccess(progress: number | null, commitment: Commitment): boolean {
  return progress !== null && !isBelow(progress, goalOf[commitment]);
}

/** Where a steady pace would be: what is kept is due all along, a yes or no not before the end. */
function paceOf({ direction }: Measure, elapsed: number): number {
  if (direction === "keep") return 1;
  return direction === "hit" ? 0 : elapsed;
}

/** Beyond what a division can lose. */
function isBelow(progress: number | null, pace: number): boolean {
  return progress !== null && progress < pace - 1e-9;
}

function mean(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function clamped(share: number): number {
  return Math.min(1, Math.max(0, share));
}
