import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import type { Tx } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { isQuarterState, type QuarterState, refusalToChange } from "#lib/roadmap/may-change.ts";
import { findRow } from "#lib/sql/rows.ts";

export type LanePlace = { teamId: string; quarter: string };
export type LaneForWriting = LanePlace & { team: string; tribeId: string; tribe: string };

/**
 * Locks the Tribes of these lanes, so that a commit and a move wait for each other, and asks whether this person may
 * still change them.
 * @throws UserError `not-found`, `not-allowed`, `quarter-committed`, `quarter-closed`
 */
export async function openLanes(
  tx: Tx,
  actor: Actor,
  places: readonly LanePlace[],
): Promise<LaneForWriting[]> {
  const lanes = await Promise.all(places.map((place) => laneOf(tx, place)));
  for (const tribeId of [...new Set(lanes.map((lane) => lane.tribeId))].sort())
    await lockTribe(tx, tribeId);
  for (const { tribeId, tribe, quarter } of lanes) {
    const state = await stateOf(tx, tribeId, quarter);
    const refusal = refusalToChange(actor, { tribeId, state });
    if (refusal) throw new UserError(refusal, { tribe, quarter });
  }
  return lanes;
}

const lockedTribe = z.object({ name: z.string(), code: z.string() });

/** @throws UserError `not-found` */
export async function lockTribe(tx: Tx, tribeId: string): Promise<{ name: string; code: string }> {
  const tribe = await findRow(tx, lockedTribe)`
    SELECT name, code FROM tribe WHERE id = ${tribeId}::uuid FOR NO KEY UPDATE`;
  if (!tribe) throw new UserError("not-found");
  return tribe;
}

/** A Tribe that has said nothing of a quarter drafts it. */
export async function stateOf(tx: Tx, tribeId: string, quarter: string): Promise<QuarterState> {
  const row = await tx.tribeQuarter.findUnique({
    where: { tribeId_quarter: { tribeId, quarter } },
    select: { state: true },
  });
  return row && isQuarterState(row.state) ? row.state : "draft";
}

async function laneOf(tx: Tx, { teamId, quarter }: LanePlace): Promise<LaneForWriting> {
  const team = await tx.team.findUnique({
    where: { id: teamId },
    select: { name: true, tribeId: true, tribe: { select: { name: true } } },
  });
  if (!team) throw new UserError("not-found");
  return { teamId, quarter, team: team.name, tribeId: team.tribeId, tribe: team.tribe.name };
}
