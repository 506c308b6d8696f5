import { isUnchecked } from "#lib/okrs/narrow.ts";
import type { ObjectiveRow } from "#lib/okrs/views.ts";

/** How many of the company's key results wait for a check-in. @param first the quarter's first day; days are YYYY-MM-DD */
export function uncheckedOf(
  objectives: readonly ObjectiveRow[],
  first: string,
  today: string,
): number {
  return objectives
    .filter(({ level }) => level === "company")
    .flatMap(({ keyResults }) => keyResults)
    .filter((keyResult) => isUnchecked(keyResult, { first, today })).length;
}
