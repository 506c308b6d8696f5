import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isSuccess,
  keyResultStanding,
  type Measure,
  objectiveStanding,
  progressOf,
} from "#lib/okrs/progress.ts";

const more = (start: number, target: number): Measure => ({ direction: "more", start, target });
const less = (start: number, target: number): Measure => ({ direction: "less", start, target });
const keep = (start: number, target = start): Measure => ({ direction: "keep", start, target });
const hit: Measure = { direction: "hit", start: 0, target: 1 };

describe("the progress of a key result", () => {
  test.each([
    ["nothing checked in is no progress rather than zero", more(0, 3), [], null],
    ["two beta tests of three", more(0, 3), [1, 2], 2 / 3],
    ["more than wished for is 1", more(0, 120), [150], 1],
    ["worse than the start is 0", more(34, 100), [30], 0],
    ["a target of 100 %, from 40 to 82", more(40, 100), [82], 0.7],
    ["a target of zero tickets, from 23 to 6", less(23, 0), [23, 6], 17 / 23],
    ["zero tickets reached", less(7, 0), [0], 1],
    ["minutes brought down from 41 to 27 of 15", less(41, 15), [27], 14 / 26],
    ["no customer lost so far", keep(0), [0, 0], 1],
    ["one customer lost once is not kept, even when none is lost afterwards", keep(0), [1, 0], 0],
    ["an availability kept at 99.9", keep(99.9), [99.95], 1],
    ["an availability that fell", keep(99.9), [99.8], 0],
    ["a delay that started under its limit and stays under it", keep(4, 5), [4.5], 1],
    ["a delay that passed its limit", keep(4, 5), [6], 0],
    ["not yet hit", hit, [0], 0],
    ["hit", hit, [0, 1], 1],
  ])("%s", (_, measure, values, expected) => {
    const progress = progressOf(measure, values);
    if (expected === null) expect(progress).toBeNull();
    else expect(progress).toBeCloseTo(expected);
  });

  test("it is always between 0 and 1", () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.array(number, { minLength: 1 }), (start, target, values) => {
        for (const direction of ["more", "less", "keep", "hit"] as const) {
          const progress = progressOf({ direction, start, target }, values);
          expect(progress).toBeGreaterThanOrEqual(0);
          expect(progress).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe("behind the pace", () => {
  test.each([
    ["half done at half time is on pace", more(0, 10), [5], "committed", 0.5, false],
    ["a third done at half time is behind", more(0, 9), [3], "committed", 0.5, true],
    [
      "the same third is nearly enough for an aspiration",
      more(0, 10),
      [4],
      "aspirational",
      0.5,
      false,
    ],
    ["what was never checked in is unknown, not behind", more(0, 10), [], "committed", 0.5, false],
    ["a yes is not due before the end", hit, [0], "committed", 0.9, false],
    ["nothing is behind once the quarter is over", hit, [0], "committed", 1, false],
    ["what is kept is on pace from the first day", keep(0), [0], "committed", 0, false],
    ["what was not kept is behind from the first day", keep(0), [2], "committed", 0.1, true],
  ] as const)("%s", (_, measure, values, commitment, elapsed, expected) => {
    expect(keyResultStanding(measure, values, commitment, elapsed).isBehind).toBe(expected);
  });

  test.each([
    ["what came to its target is reached", more(0, 10), [10], "committed", true],
    ["what did not is not", more(0, 10), [9], "committed", false],
    ["seven tenths are enough of what is aspired to", more(0, 10), [7], "aspirational", true],
    ["what was held to the end is reached", keep(0), [0, 0], "committed", true],
    ["a no is not", hit, [0], "committed", false],
    ["what nobody ever spoke of is not", more(0, 10), [], "committed", false],
  ] as const)("once the quarter is over, %s", (_, measure, values, commitment, reached) => {
    const standing = keyResultStanding(measure, values, commitment, 1);
    expect(standing).toMatchObject({ isReached: reached, isBehind: false, expected: null });
    expect(keyResultStanding(measure, values, commitment, 0.99).isReached).toBeNull();
  });

  test("a pace is drawn only for what moves", () => {
    expect(keyResultStanding(more(0, 10), [5], "aspirational", 0.5).expected).toBeCloseTo(0.35);
    expect(keyResultStanding(keep(0), [0], "committed", 0.5).expected).toBeNull();
    expect(keyResultStanding(hit, [1], "committed", 0.5).expected).toBeNull();
  });
});

describe("an objective", () => {
  test("is the mean of its key results, an unmeasured one counting as zero", () => {
    const parts = [
      { measure: more(0, 10), progress: 0.8 },
      { measure: less(10, 0), progress: 0.4 },
      { measure: hit, progress: null },
    ];
    expect(objectiveStanding(parts, "committed", 0.5).progress).toBeCloseTo(0.4);
  });

  test("has no progress while nothing was measured, or without key results", () => {
    expect(objectiveStanding([], "committed", 0.5).progress).toBeNull();
    const unmeasured = [{ measure: hit, progress: null }];
    expect(objectiveStanding(unmeasured, "committed", 0.5)).toEqual({
      progress: null,
      expected: null,
      isBehind: false,
      isReached: null,
    });
    expect(objectiveStanding(unmeasured, "committed", 1).isReached).toBe(false);
  });

  test("succeeds at 1.0 when committed, at 0.7 when aspirational", () => {
    expect(isSuccess(0.7, "aspirational")).toBe(true);
    expect(isSuccess(0.99, "committed")).toBe(false);
    expect(isSuccess(1, "committed")).toBe(true);
    expect(isSuccess(null, "aspirational")).toBe(false);
  });
});
