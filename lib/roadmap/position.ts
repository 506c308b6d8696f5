/** Order in a lane is a fraction between two neighbours, so that a move touches one row. */

export type Placed = { readonly id: string; readonly position: number };

/**
 * The position right after `afterId` (null: first of the lane; undefined, or an item that is not there: last).
 * Null when no number is left between the neighbours: then the lane is numbered afresh.
 * @param lane in order, without the item that moves
 */
export function positionAfter(
  lane: readonly Placed[],
  afterId: string | null | undefined,
): number | null {
  const index = indexAfter(lane, afterId);
  const before = lane[index - 1]?.position;
  const after = lane[index]?.position;
  if (before === undefined) return after === undefined ? 1 : after - 1;
  if (after === undefined) return before + 1;
  const middle = before + (after - before) / 2;
  return middle > before && middle < after ? middle : null;
}

/** Where in the lane it comes to stand: 0 is first. */
export function indexAfter(
  lane: readonly { readonly id: string }[],
  afterId: string | null | undefined,
): number {
  if (afterId === null) return 0;
  const found = lane.findIndex((item) => item.id === afterId);
  return found < 0 ? lane.length : found + 1;
}
