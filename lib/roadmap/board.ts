/**
 * A quarter's roadmap as the screen holds it, and what moves do to it. The server and the browser use
 * the same rules, so that a gauge follows the hand at once and says the same after a reload.
 */
import type { Kind, Origin } from "#lib/initiatives/schema.ts";
import { type Band, bandFor, COMPANY_BAND } from "#lib/roadmap/band.ts";
import type { QuarterState } from "#lib/roadmap/may-change.ts";
import type { Effort } from "#lib/roadmap/tech-share.ts";
import type { CardEpic } from "#lib/roadmap/views.ts";

/** What is planned of an initiative that nobody has estimated: one person-month. */
export const UNKNOWN_EFFORT_HALF_MONTHS = 2;

export type Subject = {
  readonly initiativeId: string;
  readonly number: number;
  readonly title: string;
  readonly kind: Kind;
  readonly origin: Origin;
  /** Whole; null while a factor is missing. */
  readonly score: number | null;
  readonly epic?: CardEpic | null;
};

export type Card = Subject & {
  readonly id: string;
  readonly effortHalfMonths: number;
  readonly version: number;
};

/** An initiative still to place: `leftHalfMonths` of its effort is in no quarter yet, null when not estimated. */
export type TrayCard = Subject & {
  readonly leftHalfMonths: number | null;
  readonly teamId: string;
  readonly team: string;
  readonly tribeId: string;
};

export type Lane = {
  readonly teamId: string;
  readonly name: string;
  /** The team's own band; null: its Tribe's. */
  readonly band: Band | null;
  readonly teamVersion: number;
  /** Null: nobody has said what the team can take on. */
  readonly capacityHalfMonths: number | null;
  readonly reserveHalfMonths: number;
  /** 0 while nobody has said any. */
  readonly capacityVersion: number;
  readonly cards: readonly Card[];
};

export type TribeBoard = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly position: number;
  readonly version: number;
  readonly band: Band;
  readonly state: QuarterState;
  readonly lanes: readonly Lane[];
};

export type Board = {
  readonly tribes: readonly TribeBoard[];
  readonly tray: readonly TrayCard[];
};

export function lanesOf(board: Board): Lane[] {
  return board.tribes.flatMap((tribe) => tribe.lanes);
}

/** Effort of tech and of all, in half person-months, of one lane or of many, and what they can still take on. */
export function effortOf(lanes: readonly Lane[]): Effort {
  const cards = lanes.flatMap((lane) => lane.cards);
  const rooms = lanes.map(roomOf).filter((room) => room !== null);
  return {
    techHalfMonths: sum(cards.filter((card) => card.kind === "tech")),
    totalHalfMonths: sum(cards),
    leftHalfMonths: rooms.length === 0 ? null : rooms.reduce((left, room) => left + room, 0),
  };
}

/** What a team can still take on: negative when over capacity, null when no capacity was said. */
export function roomOf(lane: Lane): number | null {
  if (lane.capacityHalfMonths === null) return null;
  return lane.capacityHalfMonths - lane.reserveHalfMonths - sum(lane.cards);
}

/** The bands of a perimeter, the company's beside it where another was chosen. */
export function bandsOf(tribe: Pick<TribeBoard, "band">, lane?: Pick<Lane, "band">) {
  return bandFor([lane?.band, tribe.band], COMPANY_BAND);
}

/** Where a card is to stand: `index` counts without the card itself. */
export type Target = { readonly teamId: string; readonly index: number };

export function cardOf(board: Board, itemId: string): { card: Card; lane: Lane } | null {
  for (const lane of lanesOf(board)) {
    const card = lane.cards.find((one) => one.id === itemId);
    if (card) return { card, lane };
  }
  return null;
}

export function tribeOf(board: Board, teamId: string): TribeBoard | null {
  return board.tribes.find((tribe) => tribe.lanes.some((lane) => lane.teamId === teamId)) ?? null;
}

/** A team holds an initiative once a quarter. */
export function holds(lane: Lane, initiativeId: string, exceptItemId?: string): boolean {
  return lane.cards.some((card) => card.initiativeId === initiativeId && card.id !== exceptItemId);
}

export function withPlaced(board: Board, card: Card, target: Target): Board {
  const left = board.tray.filter((one) => one.initiativeId !== card.initiativeId);
  return {
    ...inLane(board, target.teamId, (cards) => inserted(cards, card, target.index)),
    tray: left,
  };
}

/** The version grows with every write, here as on the server. */
export function withMoved(board: Board, itemId: string, target: Target): Board {
  const found = cardOf(board, itemId);
  if (!found) return board;
  const card = { ...found.card, version: found.card.version + 1 };
  const lifted = inLane(board, found.lane.teamId, (cards) => without(cards, itemId));
  return inLane(lifted, target.teamId, (cards) => inserted(cards, card, target.index));
}

export function withResized(board: Board, itemId: string, effortHalfMonths: number): Board {
  const found = cardOf(board, itemId);
  if (!found) return board;
  return inLane(board, found.lane.teamId, (cards) =>
    cards.map((card) =>
      card.id === itemId ? { ...card, effortHalfMonths, version: card.version + 1 } : card,
    ),
  );
}

/** What was taken out waits in the tray again, by score, unless another team still has it this quarter. */
export function withTakenOut(board: Board, itemId: string): Board {
  const found = cardOf(board, itemId);
  const tribe = found && tribeOf(board, found.lane.teamId);
  if (!found || !tribe) return board;
  const { id, version, effortHalfMonths, ...subject } = found.card;
  const back: TrayCard = {
    ...subject,
    leftHalfMonths: effortHalfMonths,
    teamId: found.lane.teamId,
    team: found.lane.name,
    tribeId: tribe.id,
  };
  const lifted = inLane(board, found.lane.teamId, (cards) => without(cards, itemId));
  if (lanesOf(lifted).some((lane) => holds(lane, back.initiativeId))) return lifted;
  return { ...lifted, tray: [...lifted.tray, back].toSorted(byScore) };
}

export function withLane(board: Board, teamId: string, change: Partial<Lane>): Board {
  return mapLanes(board, (lane) => (lane.teamId === teamId ? { ...lane, ...change } : lane));
}

export function withTribe(board: Board, tribeId: string, change: Partial<TribeBoard>): Board {
  const tribes = board.tribes.map((tribe) =>
    tribe.id === tribeId ? { ...tribe, ...change } : tribe,
  );
  return { ...board, tribes };
}

/** Best first; without a score last; then the older initiative. */
export function byScore(
  a: Pick<Subject, "score" | "number">,
  b: Pick<Subject, "score" | "number">,
): number {
  return (b.score ?? -1) - (a.score ?? -1) || a.number - b.number;
}

function sum(cards: readonly { effortHalfMonths: number }[]): number {
  return cards.reduce((total, card) => total + card.effortHalfMonths, 0);
}

const without = (cards: readonly Card[], id: string) => cards.filter((card) => card.id !== id);
const inserted = (cards: readonly Card[], card: Card, index: number) =>
  cards.toSpliced(Math.max(0, Math.min(index, cards.length)), 0, card);

function inLane(board: Board, teamId: string, change: (cards: readonly Card[]) => readonly Card[]) {
  return mapLanes(board, (lane) =>
    lane.teamId === teamId ? { ...lane, cards: change(lane.cards) } : lane,
  );
}

function mapLanes(board: Board, change: (lane: Lane) => Lane): Board {
  const tribes = board.tribes.map((tribe) => ({ ...tribe, lanes: tribe.lanes.map(change) }));
  return { ...board, tribes };
}
