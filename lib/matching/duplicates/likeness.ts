// How alike two tickets are: common words, common sequences of signs, what they are about, less the time between them.
// Measured on public trackers (docs/benchmarks.md); docs/decisions/0030 says what else was tried.

export const strengths = { words: 1, signs: 1.25, topics: 1.25, time: 1.1 / 8 };

/** From which score on it is said, and how: below, nothing is shown. */
export const shownFrom = { same: 1.5, similar: 0.8 };

export type Kind = "same" | "similar";

const day = 24 * 60 * 60 * 1000;

export type Shares = { words: number; signs: number; topics: number; daysApart: number };

export function scoreOf({ words, signs, topics, daysApart }: Shares): number {
  const { time } = strengths;
  return (
    strengths.words * words +
    strengths.signs * signs +
    strengths.topics * topics -
    time * Math.log(1 + daysApart)
  );
}

export function kindOf(score: number): Kind | null {
  if (score >= shownFrom.same) return "same";
  return score >= shownFrom.similar ? "similar" : null;
}

export const daysBetween = (one: number, other: number): number => Math.abs(one - other) / day;
