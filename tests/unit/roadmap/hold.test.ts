import { describe, expect, it } from "vitest";
import { type Board, type Card, effortOf, lanesOf } from "#lib/roadmap/board.ts";
import { after, afterItemIdAt, type Hold, isAtHome, toLane, toRank } from "#lib/roadmap/hold.ts";

const subject = (id: string) => ({
  initiativeId: id,
  number: 1,
  title: id,
  kind: "tech" as const,
  origin: "bottom-up" as const,
  score: null,
});
const card = (id: string): Card => ({ ...subject(id), id, effortHalfMonths: 4, version: 1 });
const lane = (teamId: string, ids: string[]) => ({
  teamId,
  name: teamId,
  band: null,
  teamVersion: 1,
  capacityHalfMonths: null,
  reserveHalfMonths: 0,
  capacityVersion: 1,
  cards: ids.map(card),
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
      lanes: [lane("dispatch", ["a", "b", "c"]), lane("tournees", ["a"]), lane("astreinte", [])],
    },
  ],
  tray: [],
};
const anywhere = () => true;
const held: Hold = {
  subject: subject("b"),
  effortHalfMonths: 4,
  from: { itemId: "b", teamId: "dispatch", index: 1 },
  target: { teamId: "dispatch", index: 1 },
  by: "keys",
};

describe("what is held over the roadmap", () => {
  it("changes nothing while it lies where it was", () => {
    expect(isAtHome(held)).toBe(true);
    expect(after(board, { ...held, target: null })).toBe(board);
  });

  it("moves rank by rank to the ends of its lane, and no further", () => {
    const first = toRank(board, held, -1);
    expect(first).toEqual({ teamId: "dispatch", index: 0 });
    expect(toRank(board, { ...held, target: first }, -1)).toEqual(first);
    expect(toRank(board, held, 1)).toEqual({ teamId: "dispatch", index: 2 });
    expect(toRank(board, { ...held, target: { teamId: "dispatch", index: 2 } }, 1)?.index).toBe(2);
  });

  it("moves to the next team that takes it", () => {
    expect(toLane(board, held, 1, anywhere)).toEqual({ teamId: "tournees", index: 1 });
  });

  it("passes by a team that has that initiative, and one that is not this person's to change", () => {
    const closed = (teamId: string) => teamId !== "astreinte";
    expect(toLane(board, { ...held, subject: subject("a"), from: null }, 1, closed)).toEqual(
      held.target,
    );
  });

  it("shows the effort as it would be", () => {
    const fromTray: Hold = { ...held, subject: subject("d"), from: null };
    expect(effortOf(lanesOf(after(board, fromTray))).totalHalfMonths).toBe(20);
  });

  it("is told to the server by the card it stands behind", () => {
    const [dispatch] = lanesOf(board);
    if (!dispatch) throw new Error("no lane");
    expect(afterItemIdAt(dispatch, 0, "b")).toBeNull();
    expect(afterItemIdAt(dispatch, 2, "b")).toBe("c");
    expect(afterItemIdAt(dispatch, 9)).toBe("c");
  });
});
