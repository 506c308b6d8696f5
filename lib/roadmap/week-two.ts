import { type Moment, type Quarter, quarterBounds, todayOf } from "#lib/quarter.ts";

const dayMs = 86_400_000;

/** The first day after the quarter's second week, YYYY-MM-DD: the fifteenth of its first month. */
export function dayAfterWeekTwo(quarter: Quarter): string {
  const fifteenth = Date.parse(quarterBounds(quarter).first) + 14 * dayMs;
  return new Date(fifteenth).toISOString().slice(0, 10);
}

/** Whether the quarter's second week is over, as the company's calendar has it. */
export function isWeekTwoOver(quarter: Quarter, at: Moment): boolean {
  return todayOf(at) >= dayAfterWeekTwo(quarter);
}
