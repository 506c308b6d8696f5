import { describe, expect, it } from "vitest";
import type { Card, Lane } from "#lib/roadmap/board.ts";
import { changesSince } from "#lib/roadmap/changes.ts";
import { pictureOf, pictureSchema } from "#lib/roadmap/picture.ts";

const card = (id: string, effortHalfMonths: number): Card => ({
  id,
  initiativeId: `initiative-${id}`,
  number: 7,
  title: `Card ${id}`,
  kind: "tech",
  origin: "bottom-up",
  score: null,
  effortHalfMonths,
  version: 3,
});
const lane = (teamId: string, name: string, cards: Card[]): Lane => ({
  teamId,
  name,
  band: null,
  teamVersion: 1,
  capacityHalfMonths: 18,
  reserveHalfMonths: 3,
  capacityVersion: 1,
  cards,
});
const tribe = { id: "planning", code: "PLA", name: "Planning", band: { low: 20, high: 35 } };
const then = [
  lane("dispatch", "Dispatch", [card("a", 4), card("b", 6)]),
  lane("tournees", "Tournées", [card("c", 2)]),
];
const picture = pictureSchema.parse(JSON.parse(JSON.stringify(pictureOf(tribe, then))));

describe("what changed since a quarter was committed", () => {
  it("is nothing when only ranks and names changed", () => {
    const now = [
      lane("dispatch", "Dispatch & urgences", [
        card("b", 6),
        { ...card("a", 4), title: "New name" },
      ]),
      lane("tournees", "Tournées", [card("c", 2)]),
    ];
    expect(changesSince(picture, now)).toEqual([]);
  });

  it("tells what came, went, moved and grew", () => {
    const now = [
      lane("dispatch", "Dispatch", [card("b", 9), card("d", 5)]),
      lane("tournees", "Tournées", [card("a", 4)]),
    ];
    expect(changesSince(picture, now)).toMatchObject([
      { what: "larger", title: "Card b", byHalfMonths: 3 },
      { what: "added", title: "Card d", byHalfMonths: 5 },
      { what: "moved", title: "Card a", fromTeam: "Dispatch", team: "Tournées", byHalfMonths: 0 },
      { what: "taken-out", title: "Card c", team: "Tournées", byHalfMonths: -2 },
    ]);
  });
});
