import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { findInitiativeForWriting, named } from "#lib/initiatives/writes/initiative-for-writing.ts";
import { type Call, write } from "#lib/operations/write.ts";
import { roadmapOps } from "#lib/roadmap/noun.ts";
import type { Move, Place, Resize, TakeOut } from "#lib/roadmap/schema.ts";
import { moveItems, placeItems, resizeItems, takeOutItems } from "#lib/roadmap/writes/item-rows.ts";
import {
  type LaneForWriting,
  type LanePlace,
  openLanes,
} from "#lib/roadmap/writes/lane-for-writing.ts";
import { listRows } from "#lib/sql/rows.ts";

/**
 * Puts an initiative on a team's quarter. Beyond the capacity is shown, never refused.
 * @throws UserError `not-allowed`, `quarter-committed`, `quarter-closed`, `not-found`, `already-in-lane`
 */
export async function placeInitiative(actor: Actor, input: Place, call: Call) {
  authorise(actor, "roadmap:draft");
  const { itemId, initiativeId, teamId, quarter, effortHalfMonths, afterItemId } = input;
  const initiative = await findInitiativeForWriting(initiativeId);
  const meta = {
    operation: roadmapOps.placed,
    params: { ...named(initiative), ...(await labels({ teamId, quarter })) },
  } as const;
  return write(actor, call, meta, async (w) => {
    const [lane] = await openLanes(w.tx, actor, [{ teamId, quarter }]);
    if (!lane) throw new UserError("not-found");
    await refuseTwice(w.tx, lane, initiativeId, initiative.title);
    const chosen = itemId ? { id: await unused(w.tx, itemId) } : {};
    const item = { ...chosen, initiativeId, teamId, quarter, effortHalfMonths, afterItemId };
    const [id = ""] = await placeItems(w, [item], call.now);
    return { itemId: id };
  });
}

/**
 * Moves an item to another rank, team or quarter.
 * @throws UserError `not-allowed`, `quarter-committed`, `quarter-closed`, `not-found`, `already-in-lane`,
 * `changed-meanwhile`
 */
export async function moveItem(actor: Actor, input: Move, call: Call) {
  authorise(actor, "roadmap:draft");
  const { itemId, teamId, afterItemId, version } = input;
  const item = await findItem(db(), itemId);
  const to = { teamId, quarter: input.quarter ?? item.quarter };
  const meta = {
    operation: roadmapOps.moved,
    params: { ...named(item.initiative), ...(await labels(to)) },
  } as const;
  return write(actor, call, meta, async (w) => {
    const [lane] = await openLanes(w.tx, actor, [to, item]);
    if (!lane) throw new UserError("not-found");
    await holdWhereTheyWere(w.tx, [item]);
    await refuseTwice(w.tx, lane, item.initiativeId, item.initiative.title, itemId);
    await moveItems(w, [{ id: itemId, to, afterItemId, version }]);
    return { itemId };
  });
}

/** @throws UserError as for a move */
export async function resizeItem(actor: Actor, input: Resize, call: Call) {
  authorise(actor, "roadmap:draft");
  const { itemId, effortHalfMonths, version } = input;
  const item = await findItem(db(), itemId);
  const meta = {
    operation: roadmapOps.resized,
    params: { ...named(item.initiative), ...(await labels(item)), effortHalfMonths },
  } as const;
  return write(actor, call, meta, async (w) => {
    await openLanes(w.tx, actor, [item]);
    await holdWhereTheyWere(w.tx, [item]);
    await resizeItems(w, [itemId], effortHalfMonths, version);
    return { itemId };
  });
}

/** Items back to what is to place. @throws UserError as for a move, but for the version */
export async function takeOut(actor: Actor, input: TakeOut, call: Call) {
  authorise(actor, "roadmap:draft");
  const items = await db().roadmapItem.findMany({
    where: { id: { in: input.itemIds } },
    select: itemSelect,
    orderBy: { id: "asc" },
  });
  const [first] = items;
  const about = first
    ? { ...named(first.initiative), ...(await labels(first)), count: items.length }
    : { count: 0 };
  return write(actor, call, { operation: roadmapOps.takenOut, params: about }, async (w) => {
    await openLanes(w.tx, actor, items);
    await holdWhereTheyWere(w.tx, items);
    const itemIds = items.map((item) => item.id);
    return { itemIds: await takeOutItems(w, itemIds) };
  });
}

const itemSelect = {
  id: true,
  initiativeId: true,
  teamId: true,
  quarter: true,
  initiative: { select: { id: true, number: true, title: true } },
} as const;

async function findItem(tx: Pick<Tx, "roadmapItem">, id: string) {
  const item = await tx.roadmapItem.findUnique({ where: { id }, select: itemSelect });
  if (!item) throw new UserError("not-found");
  return item;
}

const heldItem = z.object({ id: z.guid(), teamId: z.guid(), quarter: z.string() });

/**
 * Whoever may change a lane may change what is in it, not what has gone to another since it was looked at.
 * @throws UserError `changed-meanwhile`
 */
async function holdWhereTheyWere(
  tx: Tx,
  items: readonly (LanePlace & { id: string })[],
): Promise<void> {
  const ids = items.map(({ id }) => id);
  const held = await listRows(tx, heldItem)`
    SELECT id::text AS id, team_id::text AS "teamId", quarter FROM roadmap_item
    WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const stays = ({ id, teamId, quarter }: LanePlace & { id: string }) =>
    held.some((one) => one.id === id && one.teamId === teamId && one.quarter === quarter);
  if (!items.every(stays)) throw new UserError("changed-meanwhile");
}

async function labels({ teamId, quarter }: LanePlace) {
  const team = await db().team.findUnique({ where: { id: teamId }, select: { name: true } });
  if (!team) throw new UserError("not-found");
  return { team: team.name, quarter };
}

/** A team holds an initiative once a quarter: two efforts of the same are one, made larger. */
async function refuseTwice(
  tx: Tx,
  lane: LaneForWriting,
  initiativeId: string,
  title: string,
  exceptId?: string,
): Promise<void> {
  const other = await tx.roadmapItem.findUnique({
    where: {
      initiativeId_teamId_quarter: { initiativeId, teamId: lane.teamId, quarter: lane.quarter },
    },
    select: { id: true },
  });
  if (other && other.id !== exceptId)
    throw new UserError("already-in-lane", { title, team: lane.team, quarter: lane.quarter });
}

async function unused(tx: Tx, itemId: string): Promise<string> {
  const taken = await tx.roadmapItem.findUnique({ where: { id: itemId }, select: { id: true } });
  if (taken) throw new UserError("changed-meanwhile");
  return itemId;
}
