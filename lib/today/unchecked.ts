import { wholeDaysBetween } from "#lib/day.ts";
import type { ObjectiveRow } from "#lib/okrs/views.ts";

/** A key result that nobody has spoken of for two weeks is asked for. */
const EVERY_DAYS = 14;

/** How many of the company's key results wait for a check-in. @param first the quarter's first day; days are YYYY-MM-DD */
export function uncheckedOf(
  objectives: readonly ObjectiveRow[],
  first: string,
  today: string,
): number {
  return objectives
    .filter(({ level }) => level === "company")
    .flatMap(({ keyResults }) => keyResults)
    .filter(({ lastCheckIn }) => {
      const since = lastCheckIn?.at.slice(0, 10) ?? first;
      return wholeDaysBetween(since, today) >= EVERY_DAYS;
    }).length;
}
