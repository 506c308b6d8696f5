// "Sure" is earned: by the share of right ones among this company's own latest decisions, none before 60 of them, and
// taken back when it falls.

/** A proposal that was decided since: how likely it was said to be, and whether people decided so. */
export type Judged = { chance: number; isRight: boolean };

export const looksBack = 400;
/** The very first are learnt from and not judged by. */
export const learntFirst = 40;
const leastJudged = 20;
const leastAbove = 20;
const watched = 60;
const earnedFrom = 0.94;
const withdrawnUnder = 0.9;

export type Sure =
  | { state: "earned"; threshold: number }
  /** Too few decisions so far, or none were right often enough. */
  | { state: "not-yet" }
  /** Of the last ones that were called sure too few were right. */
  | { state: "withdrawn"; threshold: number; right: number; judged: number };

/** The lowest threshold above which as many were right as is asked. */
export function earnedThreshold(judged: readonly Judged[]): number | null {
  if (judged.length < leastJudged) return null;
  const ordered = judged.slice(-looksBack).sort((a, b) => b.chance - a.chance);
  let right = 0;
  let threshold: number | null = null;
  for (const [index, { chance, isRight }] of ordered.entries()) {
    if (isRight) right += 1;
    const above = index + 1;
    if (chance === ordered[above]?.chance) continue;
    if (above >= leastAbove && right / above >= earnedFrom) threshold = chance;
  }
  return threshold;
}

/**
 * `called`: of those that were above the threshold when they were proposed, called sure or withdrawn, which were right;
 * the latest last. So what was withdrawn is watched on, and earns its name again.
 */
export function sureOf(judged: readonly Judged[], called: readonly boolean[]): Sure {
  const threshold = earnedThreshold(judged);
  if (threshold === null) return { state: "not-yet" };
  const lately = called.slice(-watched);
  const right = lately.filter(Boolean).length;
  if (lately.length >= leastAbove && right / lately.length < withdrawnUnder)
    return { state: "withdrawn", threshold, right, judged: lately.length };
  return { state: "earned", threshold };
}
