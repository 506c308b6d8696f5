import { describe, expect, test } from "vitest";
import { trayId } from "#lib/roadmap/neighbour.ts";
import { asHold, pickUp } from "#lib/roadmap/pick-up.ts";
import { card, planningWith, waiting } from "#tests/unit/roadmap/planning.ts";

const board = planningWith([card("a"), card("b")], [card("c")], [waiting("d")]);
const toPlace = trayId("i-d");
const open = () => true;
const allBut = (closed: string) => (teamId: string) => teamId !== closed;

describe("picked up by key", () => {
  test.each([
    ["a card lies where it was", "b", open, { teamId: "dispatch", index: 1 }],
    ["one to place lies behind its team's cards", toPlace, open, { teamId: "dispatch", index: 2 }],
    [
      "one to place whose team is closed lies with the first that takes it",
      toPlace,
      allBut("dispatch"),
      { teamId: "rounds", index: 1 },
    ],
  ])("%s", (_, cardId, isOpen, target) => {
    expect(pickUp(board, cardId, "keys", isOpen)).toMatchObject({ hold: { target } });
  });

  test("one to place that its team has already goes to another", () => {
    const twice = planningWith([card("d")], [], [waiting("d")]);
    const target = { teamId: "rounds", index: 0 };
    expect(pickUp(twice, toPlace, "keys", open)).toMatchObject({ hold: { target } });
  });

  test.each([
    ["a card of a closed team", "a", allBut("dispatch")],
    ["one to place that no team takes", toPlace, () => false],
  ])("%s is refused by its team", (_, cardId, isOpen) => {
    expect(pickUp(board, cardId, "keys", isOpen)).toEqual({ refusedBy: "dispatch" });
  });

  test("what is no longer there is nothing", () => {
    expect(pickUp(board, "gone", "keys", open)).toBeNull();
    expect(pickUp(board, trayId("gone"), "keys", open)).toBeNull();
  });
});

describe("picked up by hand", () => {
  test("it lies nowhere until it is over a lane", () => {
    expect(pickUp(board, "a", "mouse", open)).toMatchObject({
      hold: { from: { itemId: "a", index: 0 }, target: null },
    });
    expect(pickUp(board, toPlace, "mouse", () => false)).toMatchObject({ hold: { target: null } });
  });

  test("a card of a closed team is refused all the same", () => {
    expect(pickUp(board, "a", "mouse", allBut("dispatch"))).toEqual({ refusedBy: "dispatch" });
  });
});

test("what was never estimated is held as one person-month", () => {
  const unknown = planningWith([], [], [waiting("d", { leftHalfMonths: null })]);
  expect(asHold(unknown, toPlace, "keys")?.effortHalfMonths).toBe(2);
  expect(asHold(board, toPlace, "keys")?.effortHalfMonths).toBe(3);
});
