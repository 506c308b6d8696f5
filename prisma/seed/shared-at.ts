import { quarterBounds } from "#lib/quarter.ts";
import { quarterOfDesk } from "#prisma/sample/telling/calendar.ts";
import type { Told } from "#prisma/seed/desk.ts";
import { type History, intoQuarter, later, nextSession } from "#prisma/seed/history.ts";
import { triageMinutes } from "#prisma/seed/triage.ts";

const distribution = { weekday: 4, everyWeeks: 2, hour: 13 };

/** When a team got it: bugs and what exists already at once, the rest at a distribution of its quarter. */
export function sharedAt({ end }: History, { at, sample }: Told): Date {
  const atOnce = later(at, triageMinutes + 10);
  if (sample.quarter === null || isAtOnce(sample)) return atOnce;
  if (sample.quarter !== quarterOfDesk(sample.createdAt)) {
    const first = intoQuarter(sample.quarter, 1);
    return new Date(Math.max(first.getTime(), atOnce.getTime()));
  }
  const session = nextSession(later(at, 24 * 60), distribution);
  const last = Date.parse(`${quarterBounds(sample.quarter).after}T00:00:00Z`) - 2.2 * 3_600_000;
  return new Date(Math.max(atOnce.getTime(), Math.min(session.getTime(), last, end.getTime())));
}

function isAtOnce({ kind, answer }: Told["sample"]): boolean {
  return kind === "bug" || answer?.code === "exists";
}
