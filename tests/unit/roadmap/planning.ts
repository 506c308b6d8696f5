import { type Board, type Card, lanesOf, type TrayCard } from "#lib/roadmap/board.ts";
import type { Roadmap } from "#lib/roadmap/reads/roadmap.ts";

const subject = (id: string) => ({
  initiativeId: `i-${id}`,
  number: 1,
  title: id,
  kind: "tech" as const,
  origin: "bottom-up" as const,
  score: null,
});
export const card = (id: string, more: Partial<Card> = {}): Card => ({
  ...subject(id),
  id,
  effortHalfMonths: 4,
  version: 1,
  ...more,
});
export const waiting = (id: string, more: Partial<TrayCard> = {}): TrayCard => ({
  ...subject(id),
  leftHalfMonths: 3,
  teamId: "dispatch",
  team: "Dispatch",
  tribeId: "planning",
  ...more,
});
const lane = (teamId: string, name: string, cards: readonly Card[]) => ({
  teamId,
  name,
  band: null,
  teamVersion: 1,
  capacityHalfMonths: 20,
  reserveHalfMonths: 0,
  capacityVersion: 1,
  cards,
});

/** A quarter of one Tribe with two teams, as the server gives it. */
export function planningWith(
  dispatch: readonly Card[],
  rounds: readonly Card[] = [],
  tray: readonly TrayCard[] = [],
): Roadmap {
  return {
    quarter: "2026-Q4",
    isEnding: false,
    tribes: [
      {
        id: "planning",
        code: "PLA",
        name: "Planning",
        position: 1,
        version: 1,
        band: { low: 20, high: 35 },
        state: "draft",
        committedAt: null,
        committedBy: null,
        refusal: null,
        mayCommit: true,
        mayWithdraw: false,
        pictures: [],
        lanes: [lane("dispatch", "Dispatch", dispatch), lane("rounds", "Rounds", rounds)],
      },
    ],
    tray: [...tray],
    plannedBefore: [],
    homeTribeId: "planning",
  };
}

/** What lies where: "a b | c ~ d" is a and b with Dispatch, c with Rounds, d to place. */
export function read(board: Board): string {
  const lanes = lanesOf(board).map(({ cards }) => cards.map(({ id }) => id).join(" "));
  return `${lanes.join(" | ")} ~ ${board.tray.map(({ title }) => title).join(" ")}`
    .replace(/ +/g, " ")
    .trim();
}
