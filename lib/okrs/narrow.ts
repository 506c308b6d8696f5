import { wholeDaysBetween } from "#lib/day.ts";
import type { ObjectiveNode } from "#lib/okrs/tree.ts";
import type { KeyResultRow } from "#lib/okrs/views.ts";

// Parts of the tree that a number elsewhere counts, so that each opens exactly its rows. Individual objectives are in
// none of them, whoever looks.

export const narrowings = ["common", "behind", "unchecked"] as const;
export type Narrowing = (typeof narrowings)[number];

/** A key result that nobody has spoken of for two weeks is asked for. */
const EVERY_DAYS = 14;

/** @param first the quarter's first day; days are YYYY-MM-DD */
export function isUnchecked(
  { lastCheckIn }: Pick<KeyResultRow, "lastCheckIn">,
  { first, today }: { first: string; today: string },
): boolean {
  return wholeDaysBetween(lastCheckIn?.at.slice(0, 10) ?? first, today) >= EVERY_DAYS;
}

/**
 * Committed objectives behind their pace, the company's key results that wait for a word, or all that are shared. Once
 * the quarter is over nothing is behind or waits.
 */
export function narrowedTo(
  only: Narrowing,
  tree: readonly ObjectiveNode[],
  days: { first: string; today: string },
): ObjectiveNode[] {
  const common = tree.filter(({ level }) => level !== "individual");
  if (only === "common") return common;
  if (only === "behind")
    return common.filter(({ commitment, isBehind }) => commitment === "committed" && isBehind);
  return common
    .filter(({ level }) => level === "company")
    .map((one) => ({
      ...one,
      keyResults: one.keyResults.filter((kr) => kr.isReached === null && isUnchecked(kr, days)),
    }))
    .filter(({ keyResults }) => keyResults.length > 0);
}
