import {
  currentQuarter,
  type Moment,
  type Quarter,
  quarterOf,
  shiftQuarter,
} from "#lib/quarter.ts";

// Each quarter a Tribe's insights are shared out among its own teams: Tribe first, then team, so that a team receives
// only what is in its field. The pool of a quarter is what nobody answered and no team has for that quarter; what a
// team has from an earlier one is carried over, and waits there to be shared out again.

type Fact = { number: number; tribeId: string | null; tribeName: string | null };

/** The first of these insights that is not of that Tribe, and so can't go to one of its teams. */
export function strangerAmong<Row extends Fact>(
  rows: readonly Row[],
  tribeId: string,
): Row | undefined {
  return rows.find((row) => row.tribeId !== tribeId);
}

/**
 * A PM claims what waits: not what any team has for that quarter, nor what another team carries over from before;
 * that is the lead's to move.
 */
export function mayBeClaimed(
  held: { teamOfQuarter: string | null; teamNow: string | null },
  teamId: string,
): boolean {
  if (held.teamOfQuarter !== null) return held.teamOfQuarter === teamId;
  return held.teamNow === null || held.teamNow === teamId;
}

/** A quarter that is over is a record. Its last evening's decisions may still be written down the day after. */
export function isOver(quarter: Quarter, at: Moment): boolean {
  return quarter < quarterOf(new Date(at.now.getTime() - 86_400_000), at.timeZone);
}

/** Nobody knows what a team will do later than two quarters after the current one. */
export function isTooFar(quarter: Quarter, at: Moment): boolean {
  return quarter > shiftQuarter(currentQuarter(at), 2);
}
