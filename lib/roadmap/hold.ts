/**
 * What a person holds over the board, by hand or by keys, and where it would come to stand. Nothing is
 * written before it is put down: the board after it is what the gauges show in blue.
 */
import {
  type Board,
  type Card,
  holds,
  type Lane,
  lanesOf,
  type Subject,
  type Target,
  withMoved,
  withPlaced,
} from "#lib/roadmap/board.ts";

export type Hold = {
  readonly subject: Subject;
  readonly effortHalfMonths: number;
  /** The item it is, and where it lies; null while it comes from what is to place. */
  readonly from: ({ readonly itemId: string } & Target) | null;
  readonly target: Target | null;
  readonly by: "keys" | "mouse";
};

/** The id of a card that is not there yet. */
export const HELD = "held";

/** The board as it would be. */
export function after(board: Board, hold: Hold | null): Board {
  if (!hold?.target) return board;
  if (hold.from) return withMoved(board, hold.from.itemId, hold.target);
  return withPlaced(board, cardFrom(hold, HELD), hold.target);
}

export function cardFrom(hold: Pick<Hold, "subject" | "effortHalfMonths">, id: string): Card {
  const { initiativeId, number, title, kind, origin, score, epic = null } = hold.subject;
  const { effortHalfMonths } = hold;
  const subject = { initiativeId, number, title, kind, origin, score, ...(epic && { epic }) };
  return { id, ...subject, effortHalfMonths, version: 1 };
}

/** Putting it down there would change nothing. */
export function isAtHome({ from, target }: Hold): boolean {
  return from !== null && from.teamId === target?.teamId && from.index === target.index;
}

/** Whether a lane takes it: open to this person, and without that initiative yet. */
export function takes(lane: Lane, hold: Hold, isOpen: (teamId: string) => boolean): boolean {
  return isOpen(lane.teamId) && !holds(lane, hold.subject.initiativeId, hold.from?.itemId);
}

/** The lane above (−1) or below (1) that takes it, at the same rank or the last. */
export function toLane(
  board: Board,
  hold: Hold,
  step: 1 | -1,
  isOpen: (teamId: string) => boolean,
): Target | null {
  const lanes = lanesOf(board);
  const at = lanes.findIndex((lane) => lane.teamId === hold.target?.teamId);
  const beyond = step === 1 ? lanes.slice(at + 1) : lanes.slice(0, Math.max(0, at)).reverse();
  const lane = beyond.find((one) => takes(one, hold, isOpen));
  if (!lane) return hold.target;
  return { teamId: lane.teamId, index: Math.min(hold.target?.index ?? 0, lastIndex(lane, hold)) };
}

/** One rank earlier (−1) or later (1) in the same lane. */
export function toRank(board: Board, hold: Hold, step: 1 | -1): Target | null {
  const { target } = hold;
  const lane = lanesOf(board).find((one) => one.teamId === target?.teamId);
  if (!target || !lane) return target;
  const index = Math.max(0, Math.min(target.index + step, lastIndex(lane, hold)));
  return { teamId: lane.teamId, index };
}

/** The index behind the last card, not counting the one held. */
export function lastIndex(lane: Lane, hold: Pick<Hold, "from">): number {
  return lane.cards.filter((card) => card.id !== hold.from?.itemId).length;
}

/** The card it would stand behind; null: first. What the server is told, for ranks shift under way. */
export function afterItemIdAt(lane: Lane, index: number, exceptId?: string): string | null {
  const others = lane.cards.filter((card) => card.id !== exceptId);
  return index <= 0 ? null : (others[Math.min(index, others.length) - 1]?.id ?? null);
}
