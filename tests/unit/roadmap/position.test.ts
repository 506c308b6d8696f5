import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexAfter, positionAfter } from "#lib/roadmap/position.ts";

const lane = [
  { id: "a", position: 1 },
  { id: "b", position: 2 },
  { id: "c", position: 3 },
];

describe("the place of a card in its lane", () => {
  it.each([
    ["first", null, 0],
    ["behind the first", "a", 1.5],
    ["behind the last", "c", 4],
    ["last, when nothing is said", undefined, 4],
    ["last, when its neighbour has gone", "z", 4],
  ])("%s is between its neighbours", (_, afterId, position) => {
    expect(positionAfter(lane, afterId)).toBe(position);
  });

  it("in an empty lane is the first", () => {
    expect(positionAfter([], undefined)).toBe(1);
    expect(positionAfter([], null)).toBe(1);
  });

  it("is refused when no number is left between two neighbours", () => {
    const tight = [
      { id: "a", position: 1 },
      { id: "b", position: 1 + Number.EPSILON },
    ];
    expect(positionAfter(tight, "a")).toBeNull();
  });

  it("always stands right behind the card it was put behind", () => {
    const lanes = fc.uniqueArray(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(lanes, fc.nat(), (positions, at) => {
        const cards = positions
          .toSorted((a, b) => a - b)
          .map((position) => ({ id: `${position}`, position }));
        const after = cards[at % cards.length];
        const position = positionAfter(cards, after?.id);
        if (position === null || !after) return;
        const index = indexAfter(cards, after.id);
        expect(position).toBeGreaterThan(after.position);
        expect(position).toBeLessThan(cards[index]?.position ?? Number.POSITIVE_INFINITY);
      }),
    );
  });
});
