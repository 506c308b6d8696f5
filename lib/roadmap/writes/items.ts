import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { findInitiativeForWriting, named } from "#lib/initiatives/writes/initiative-for-writing.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";
import { UNKNOWN_EFFORT_HALF_MONTHS } from "#lib/roadmap/board.ts";
import { roadmapOps } from "#lib/roadmap/noun.ts";
import { positionAfter } from "#lib/roadmap/position.ts";
import type { Move, Place, Resize, TakeOut } from "#lib/roadmap/schema.ts";
import {
  type LaneForWriting,
  type LanePlace,
  openLanes,
} from "#lib/roadmap/writes/lane-for-writing.ts";

/**
 * Puts an initiative on a team's quarter. Beyond the capacity is shown, never refused.
 * @throws UserError `not-allowed`, `quarter-committed`, `quarter-closed`, `not-found`, `already-in-lane`
 */
export async function placeInitiative(actor: Actor, input: Place, call: Call) {
  authorise(actor, "roadmap:draft");
  const { itemId, initiativeId, teamId, quarter, afterItemId } = input;
  const initiative = await findInitiativeForWriting(initiativeId);
  const meta = {
    operation: roadmapOps.placed,
    params: { ...named(initiative), ...(await labels({ teamId, quarter })) },
  } as const;
  return write(actor, call, meta, async (w) => {
    const [lane] = await openLanes(w.tx, actor, [{ teamId, quarter }]);
    if (!lane) throw new UserError("not-found");
    await refuseTwice(w.tx, lane, initiativeId, initiative.title);
    const given = itemId ? { id: await unused(w.tx, itemId) } : {};
    const [id = ""] = await w.insert("roadmap_item", [
      {
        ...given,
        initiativeId,
        teamId,
        quarter,
        effortHalfMonths: input.effortHalfMonths ?? (await effortLeft(w.tx, initiativeId)),
        position: await positionIn(w, lane, afterItemId),
        placedAt: call.now,
      },
    ]);
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
    await refuseTwice(w.tx, lane, item.initiativeId, item.initiative.title, itemId);
    const position = await positionIn(w, lane, afterItemId, itemId);
    await w.update("roadmap_item", [itemId], { ...to, position }, version);
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
    await w.update("roadmap_item", [itemId], { effortHalfMonths }, version);
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
    return {
      itemIds: await w.remove(
        "roadmap_item",
        items.map((item) => item.id),
      ),
    };
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

/** What of an initiative's effort is in no quarter yet, half a person-month at least. */
async function effortLeft(tx: Tx, initiativeId: string): Promise<number> {
  const initiative = await tx.initiative.findUniqueOrThrow({
    where: { id: initiativeId },
    select: { effortHalfMonths: true, items: { select: { effortHalfMonths: true } } },
  });
  if (initiative.effortHalfMonths === null) return UNKNOWN_EFFORT_HALF_MONTHS;
  const placed = initiative.items.reduce((sum, item) => sum + item.effortHalfMonths, 0);
  return Math.max(1, initiative.effortHalfMonths - placed);
}

/** The lane is numbered afresh when no number is left between two neighbours. */
async function positionIn(
  w: Write,
  lane: LanePlace,
  afterItemId: string | null | undefined,
  movingId?: string,
): Promise<number> {
  const others = await w.tx.roadmapItem.findMany({
    where: {
      teamId: lane.teamId,
      quarter: lane.quarter,
      ...(movingId ? { id: { not: movingId } } : {}),
    },
    select: { id: true, position: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const position = positionAfter(others, afterItemId);
  if (position !== null) return position;
  const afresh = others.map((item, index) => ({ id: item.id, position: index + 1 }));
  for (const item of afresh) await w.update("roadmap_item", [item.id], { position: item.position });
  return positionAfter(afresh, afterItemId) ?? afresh.length + 1;
}
