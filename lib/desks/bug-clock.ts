import type { ClockEvent, StatusMeanings } from "#lib/desks/schema.ts";

/** A change of status in the desk; names are the desk's own. */
export type Step = { at: Date; toStatus: string };

/** When a bug was qualified, put into the backlog and resolved; null for what has not happened, or no longer holds. */
export type BugClock = {
  qualifiedAt: Date | null;
  backlogAt: Date | null;
  resolvedAt: Date | null;
};

/**
 * The three dates of a bug, from its way through the desk and what the desk's statuses mean. Qualified and backlog are
 * the first time; a status that was passed over says nothing. Resolved is when the end that still holds was reached: a
 * bug that is opened again is not resolved, and one that won't be fixed is over too. Null when no status is given a
 * meaning: then the desk tells no clock.
 */
export function bugClockOf(steps: readonly Step[], statuses: StatusMeanings): BugClock | null {
  const meanings = new Map(
    Object.entries(statuses).map(([status, meaning]) => [folded(status), meaning]),
  );
  if (meanings.size === 0) return null;
  const clock: BugClock = { qualifiedAt: null, backlogAt: null, resolvedAt: null };
  for (const { at, toStatus } of steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const meaning = meanings.get(folded(toStatus));
    if (meaning === "qualified") clock.qualifiedAt ??= at;
    if (meaning === "backlog") clock.backlogAt ??= at;
    if (!isOver(meaning)) clock.resolvedAt = null;
    else clock.resolvedAt ??= at;
  }
  return clock;
}

function isOver(meaning: ClockEvent | undefined): boolean {
  return meaning === "resolved" || meaning === "wont-fix";
}

function folded(status: string): string {
  return status.trim().toLocaleLowerCase();
}
