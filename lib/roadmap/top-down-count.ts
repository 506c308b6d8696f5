/**
 * What the top-down share counts: distinct initiatives on any roadmap of the company in the last four
 * quarters, the one looked at included. One in two quarters or two teams counts once.
 */
import type { Origin } from "#lib/initiatives/schema.ts";
import { type Quarter, shiftQuarter } from "#lib/quarter.ts";

type Counted = { readonly initiativeId: string; readonly origin: Origin };

export function countTopDown(planned: readonly Counted[]): { topDown: number; all: number } {
  const origins = new Map(planned.map((one) => [one.initiativeId, one.origin]));
  const topDown = [...origins.values()].filter((origin) => origin === "top-down").length;
  return { topDown, all: origins.size };
}

/** The quarter and the three before it, oldest first. */
export function rollingYear(quarter: Quarter): Quarter[] {
  return [-3, -2, -1, 0].map((steps) => shiftQuarter(quarter, steps));
}
