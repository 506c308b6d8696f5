import "server-only";
import type { Tx } from "#lib/db.ts";
import type { Write } from "#lib/operations/write.ts";
import { UNKNOWN_EFFORT_HALF_MONTHS } from "#lib/roadmap/board.ts";
import { positionAfter } from "#lib/roadmap/position.ts";
import type { LanePlace } from "#lib/roadmap/writes/lane-for-writing.ts";

// All that is ever written of what lies on a roadmap, for commands, imports and undo alike. Whoever calls has made sure
// that the quarters are open and that no team holds an initiative twice.

/** The item that it comes to stand behind. Null: it is the first of its lane; undefined, or one that is gone: the last. */
type Rank = { afterItemId: string | null | undefined };

export type NewItem = LanePlace &
  Rank & {
    /** Where whoever places it has chosen one. */
    id?: string;
    initiativeId: string;
    /** Undefined: what of the initiative's effort is in no quarter yet. */
    effortHalfMonths: number | undefined;
  };

/** Puts initiatives on teams' quarters, one after the other, so that each stands behind those before it. */
export async function placeItems(
  w: Write,
  items: readonly NewItem[],
  placedAt: Date,
): Promise<string[]> {
  const ids: string[] = [];
  for (const { afterItemId, effortHalfMonths: given, ...item } of items) {
    const effortHalfMonths = given ?? (await effortLeft(w.tx, item.initiativeId));
    const position = await positionIn(w, item, afterItemId);
    ids.push(
      ...(await w.insert("roadmap_item", [{ ...item, effortHalfMonths, position, placedAt }])),
    );
  }
  return ids;
}

export type ItemMove = Rank & { id: string; to: LanePlace; version: number | undefined };

/** @throws UserError `changed-meanwhile` */
export async function moveItems(w: Write, moves: readonly ItemMove[]): Promise<void> {
  for (const { id, to, afterItemId, version } of moves) {
    const position = await positionIn(w, to, afterItemId, id);
    await w.update("roadmap_item", [id], { ...to, position }, version);
  }
}

/** In half person-months. @throws UserError `changed-meanwhile` */
export async function resizeItems(
  w: Write,
  ids: readonly string[],
  effortHalfMonths: number,
  version?: number,
): Promise<void> {
  await w.update("roadmap_item", [...ids], { effortHalfMonths }, version);
}

/** Back to what is to place. @returns the ids that were there */
export function takeOutItems(w: Write, ids: readonly string[]): Promise<string[]> {
  return w.remove("roadmap_item", [...ids]);
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
  { teamId, quarter }: LanePlace,
  afterItemId: string | null | undefined,
  movingId?: string,
): Promise<number> {
  const lane = { teamId, quarter, ...(movingId ? { id: { not: movingId } } : {}) };
  if (afterItemId === undefined) {
    const last = await w.tx.roadmapItem.aggregate({ where: lane, _max: { position: true } });
    return (last._max.position ?? 0) + 1;
  }
  const others = await w.tx.roadmapItem.findMany({
    where: lane,
    select: { id: true, position: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const position = positionAfter(others, afterItemId);
  if (position !== null) return position;
  const afresh = others.map((item, index) => ({ id: item.id, position: index + 1 }));
  for (const item of afresh) await w.update("roadmap_item", [item.id], { position: item.position });
  return positionAfter(afresh, afterItemId) ?? afresh.length + 1;
}
