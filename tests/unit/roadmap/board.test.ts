import { describe, expect, it } from "vitest";
import {
  type Board,
  type Card,
  cardOf,
  effortOf,
  holds,
  lanesOf,
  roomOf,
  withMoved,
  withPlaced,
  withResized,
  withTakenOut,
} from "#lib/roadmap/board.ts";

const card = (id: string, effortHalfMonths: number, kind: Card["kind"] = "product"): Card => ({
  id,
  initiativeId: `initiative-${id}`,
  number: 1,
  title: `Card ${id}`,
  kind,
  origin: "bottom-up",
  score: 100,
  effortHalfMonths,
  version: 1,
});

const lane = (teamId: string, cards: Card[]) => ({
  teamId,
  name: teamId,
  band: null,
  teamVersion: 1,
  capacityHalfMonths: 20,
  reserveHalfMonths: 4,
  capacityVersion: 1,
  cards,
});

const board: Board = {
  tribes: [
    {
      id: "planning",
      code: "PLA",
      name: "Planning",
      position: 1,
      version: 1,
      band: { low: 20, high: 35 },
      state: "draft",
      lanes: [
        lane("dispatch", [card("a", 8), card("b", 4, "tech")]),
        lane("tournees", [card("c", 7)]),
      ],
    },
  ],
  tray: [],
};

const titlesOf = (shown: Board) => lanesOf(shown).map(({ cards }) => cards.map(({ id }) => id));

describe("a quarter's board", () => {
  it("keeps its effort whatever moves between teams", () => {
    const moved = withMoved(board, "b", { teamId: "tournees", index: 0 });
    expect(titlesOf(moved)).toEqual([["a"], ["b", "c"]]);
    expect(effortOf(lanesOf(moved))).toEqual(effortOf(lanesOf(board)));
  });

  it("counts the rank without the card that moves", () => {
    expect(titlesOf(withMoved(board, "a", { teamId: "dispatch", index: 1 }))[0]).toEqual([
      "b",
      "a",
    ]);
  });

  it("gives what is taken out back to what is to place, and takes it from there again", () => {
    const without = withTakenOut(board, "c");
    expect(without.tray).toMatchObject([{ title: "Card c", leftHalfMonths: 7, team: "tournees" }]);
    const again = withPlaced(without, card("c", 7), { teamId: "tournees", index: 0 });
    expect(again).toEqual(board);
  });

  it("keeps what another team still has this quarter out of what is to place", () => {
    const twin = { ...card("twin", 3), initiativeId: "initiative-a" };
    const both = withPlaced(board, twin, { teamId: "tournees", index: 0 });
    const one = withTakenOut(both, "twin");
    expect(one.tray).toEqual([]);
    expect(withTakenOut(one, "a").tray.map(({ title }) => title)).toEqual(["Card a"]);
  });

  it("follows a new effort, and the version that the server will have", () => {
    const larger = withResized(board, "b", 6);
    expect(effortOf(lanesOf(larger))).toMatchObject({ techHalfMonths: 6, totalHalfMonths: 21 });
    expect(cardOf(larger, "b")?.card.version).toBe(2);
  });

  it("has room for what capacity leaves after the reserve, below zero when over", () => {
    const [dispatch] = lanesOf(board);
    if (!dispatch) throw new Error("no lane");
    expect(roomOf(dispatch)).toBe(4);
    expect(roomOf({ ...dispatch, cards: [card("x", 17)] })).toBe(-1);
    expect(roomOf({ ...dispatch, capacityHalfMonths: null })).toBeNull();
  });

  it("knows that a team holds an initiative once", () => {
    const [dispatch] = lanesOf(board);
    if (!dispatch) throw new Error("no lane");
    expect(holds(dispatch, "initiative-a")).toBe(true);
    expect(holds(dispatch, "initiative-a", "a")).toBe(false);
  });
});
