/** Which card comes to hand, and where it then lies: in its place, or where the first team takes what is to place. */
import { type Board, cardOf, lanesOf, UNKNOWN_EFFORT_HALF_MONTHS } from "#lib/roadmap/board.ts";
import { type Hold, lastIndex, takes } from "#lib/roadmap/hold.ts";
import { inTray } from "#lib/roadmap/neighbour.ts";

/** The card as if picked up where it lies; from the tray, at the end of its own team's lane. */
export function asHold(board: Board, cardId: string, by: Hold["by"]): Hold | null {
  const initiativeId = inTray(cardId);
  if (initiativeId !== null) {
    const subject = board.tray.find((one) => one.initiativeId === initiativeId);
    if (!subject) return null;
    const lane = lanesOf(board).find((one) => one.teamId === subject.teamId);
    const effortHalfMonths = subject.leftHalfMonths ?? UNKNOWN_EFFORT_HALF_MONTHS;
    const target = { teamId: subject.teamId, index: lane?.cards.length ?? 0 };
    return { subject, effortHalfMonths, from: null, target, by };
  }
  const found = cardOf(board, cardId);
  if (!found) return null;
  const { card, lane } = found;
  const place = { teamId: lane.teamId, index: lane.cards.indexOf(card) };
  const { effortHalfMonths } = card;
  return {
    subject: card,
    effortHalfMonths,
    from: { itemId: card.id, ...place },
    target: place,
    by,
  };
}

/** `refusedBy`: the team that is not this person's to change. By hand it lies nowhere until it is over a lane. */
export function pickUp(
  board: Board,
  cardId: string,
  by: Hold["by"],
  isOpen: (teamId: string) => boolean,
): { hold: Hold } | { refusedBy: string } | null {
  const found = asHold(board, cardId, by);
  if (!found) return null;
  if (found.from && !isOpen(found.from.teamId)) return { refusedBy: found.from.teamId };
  if (by === "mouse") return { hold: { ...found, target: null } };
  const target = firstTarget(board, found, isOpen);
  return target ? { hold: { ...found, target } } : { refusedBy: found.target?.teamId ?? "" };
}

/** Its own team's lane, or the end of the first that takes it. */
function firstTarget(board: Board, found: Hold, isOpen: (teamId: string) => boolean) {
  const open = lanesOf(board).filter((lane) => takes(lane, found, isOpen));
  if (open.some((lane) => lane.teamId === found.target?.teamId)) return found.target;
  const [first] = open;
  return first ? { teamId: first.teamId, index: lastIndex(first, found) } : null;
}
