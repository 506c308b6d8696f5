import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Band, bandFor, COMPANY_BAND, isBand } from "#lib/roadmap/band.ts";
import {
  addProduct,
  addTech,
  type Effort,
  swapToProduct,
  swapToTech,
  takeOutProduct,
  takeOutTech,
  techShare,
  writtenPercent,
} from "#lib/roadmap/tech-share.ts";

/** Person-months as people say them; the rules count halves. */
const inPersonMonths = (amount: number | null) => (amount === null ? null : amount / 2);

/** Nobody has said what fits, unless it is said here. */
const read = (tech: number, total: number, low = 20, high = 50, left: number | null = null) =>
  techShare({
    techHalfMonths: tech * 2,
    totalHalfMonths: total * 2,
    leftHalfMonths: left === null ? null : left * 2,
    band: { low, high },
  });

function mends(tech: number, total: number, low?: number, high?: number, left?: number) {
  const reading = read(tech, total, low, high, left);
  if (reading.state !== "below" && reading.state !== "above") return reading.state;
  const { state, add, swap, takeOut } = reading;
  return {
    state,
    add: inPersonMonths(add),
    swap: inPersonMonths(swap),
    takeOut: inPersonMonths(takeOut),
  };
}

describe("the sample company's quarter", () => {
  test("Terrain, 4.5 of 27 in 25-40 %, lacks 3 person-months to add or 2.5 to swap", () => {
    expect(read(4.5, 27, 25, 40).share).toBeCloseTo(1 / 6);
    expect(mends(4.5, 27, 25, 40)).toEqual({ state: "below", add: 3, swap: 2.5, takeOut: 9 });
  });

  test("Planning, 6 of 25 in 20-35 %, is in its band with room for 4 more of tech", () => {
    expect(read(6, 25, 20, 35)).toEqual({ state: "within", share: 0.24, room: 8 });
  });

  test("Contrats, 10 of 29.5, is above its own 20-30 % though inside the company's 20-50 %", () => {
    expect(mends(10, 29.5, 20, 30)).toEqual({ state: "above", add: 4, swap: 1.5, takeOut: 2 });
    expect(read(10, 29.5).state).toBe("within");
  });

  test("Socle, 13.5 of 28 in 40-50 %, is in its band", () => {
    expect(read(13.5, 28, 40, 50).state).toBe("within");
  });

  test("the company, 34 of 109.5, is in the band at 31 %", () => {
    const reading = read(34, 109.5);
    expect(reading.state).toBe("within");
    expect(writtenPercent(34 / 109.5, reading.state, COMPANY_BAND)).toBe(31);
  });
});

describe("the drawn examples", () => {
  test.each([
    ["12 % lacks 2.5 of tech, or has 9 of product too much", 2.5, 21.5, [2.5, 2, 9], "below"],
    ["13 % lacks 1 of tech", 1, 8, [1, 1, 3], "below"],
    ["19 % still lacks half a person-month", 4.5, 23.5, [0.5, 0.5, 1], "below"],
    [
      "54 % needs half a person-month of product, or of tech less",
      3.5,
      6.5,
      [0.5, 0.5, 0.5],
      "above",
    ],
  ])("%s", (_, tech, total, [add, swap, takeOut], state) => {
    expect(mends(tech, total)).toEqual({ state, add, swap, takeOut });
  });

  test("38 % is inside, with room for 5 person-months of tech", () => {
    expect(read(8, 21)).toMatchObject({ state: "within", room: 10 });
  });

  test("43 % is above a band narrowed to 25-40 %, and inside the company's", () => {
    expect(read(3, 7, 25, 40).state).toBe("above");
    expect(read(3, 7).state).toBe("within");
  });

  test("an edge is inside, on both sides", () => {
    expect(read(1.5, 7.5).state).toBe("within");
    expect(read(4, 8).state).toBe("within");
    expect(read(5.5, 27.5).state).toBe("within");
  });

  test("nothing estimated gives no share rather than a wrong one", () => {
    expect(read(0, 0)).toEqual({ state: "none", share: null });
  });
});

describe("what cannot mend is not offered", () => {
  test("no tech at all cannot be mended by taking product out", () => {
    expect(mends(0, 7)).toEqual({ state: "below", add: 2, swap: 1.5, takeOut: null });
  });

  test("half a person-month that jumps over the whole band is no mend", () => {
    expect(mends(0, 0.5, 20, 35)).toEqual({ state: "below", add: null, swap: null, takeOut: null });
  });

  test("a ceiling of zero cannot be reached by adding product", () => {
    expect(mends(1, 4, 0, 0)).toEqual({ state: "above", add: null, swap: 1, takeOut: 1 });
  });
});

describe("nobody is told to add what they can't take on", () => {
  test.each([
    ["the company, 34 of 109.5 with 1 free", 34, 109.5, 20, 50, 1, 1],
    ["Planning, 6 of 25 with half a month free", 6, 25, 20, 35, 0.5, 0.5],
    ["as much as its range allows where more is free", 6, 25, 20, 35, 9, 4],
    ["nothing where all is taken", 6, 25, 20, 35, 0, 0],
    ["nothing where too much is taken already", 6, 25, 20, 35, -2, 0],
    ["all that is free where the range has no upper end", 6, 25, 20, 100, 3, 3],
    ["what the range allows where nobody said what fits", 34, 109.5, 20, 50, null, 41.5],
  ])("room for tech: %s", (_, tech, total, low, high, left, room) => {
    const reading = read(tech, total, low, high, left);
    expect(reading.state === "within" && inPersonMonths(reading.room)).toBe(room);
  });

  test.each([
    ["half a month free of the 3 that lack: swapped, not added", 4.5, 27, 25, 40, 0.5, null],
    ["just what lacks is free", 4.5, 27, 25, 40, 3, 3],
    ["4 of product to add, 2 free", 10, 29.5, 20, 30, 2, null],
    ["4 of product to add, 4 free", 10, 29.5, 20, 30, 4, 4],
    ["over capacity", 4.5, 27, 25, 40, -1, null],
  ])("to add: %s", (_, tech, total, low, high, left, add) => {
    expect(mends(tech, total, low, high, left)).toMatchObject({ add, swap: expect.any(Number) });
  });
});

describe("the written share", () => {
  test.each([
    ["below the band never reads as its edge", 99, 500, 20, 50, 19.8],
    ["a hair below the band still reads as below", 1999, 10000, 20, 50, 19.9],
    ["a hair above the band still reads as above", 5001, 10000, 20, 50, 50.1],
    ["inside the band is whole", 203, 1000, 20, 50, 20],
    ["far below is whole", 1, 6, 25, 40, 17],
  ])("%s", (_, tech, total, low, high, written) => {
    const band = { low, high };
    const effort = { techHalfMonths: tech, totalHalfMonths: total, leftHalfMonths: null };
    const reading = techShare({ ...effort, band });
    expect(writtenPercent(tech / total, reading.state, band)).toBe(written);
  });
});

describe("the band", () => {
  test("the nearest one chosen counts, and the company's stays in sight when it differs", () => {
    const own = { low: 25, high: 40 };
    expect(bandFor([null, own])).toEqual({ band: own, companyBand: COMPANY_BAND });
    expect(bandFor([null, undefined])).toEqual({ band: COMPANY_BAND, companyBand: null });
    expect(bandFor([{ low: 20, high: 50 }])).toEqual({ band: COMPANY_BAND, companyBand: null });
  });

  test.each([
    [20, 50, true],
    [0, 100, true],
    [30, 30, true],
    [50, 20, false],
    [-1, 20, false],
    [20, 101, false],
    [20.5, 50, false],
  ])("%d to %d is a band: %s", (low, high, expected) => {
    expect(isBand({ low, high })).toBe(expected);
  });
});

const anyBand = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
  .map(([a, b]): Band => ({ low: Math.min(a, b), high: Math.max(a, b) }));

const anyEffort = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 })).map(
  ([tech, product]): Effort => ({
    techHalfMonths: tech,
    totalHalfMonths: tech + product,
    leftHalfMonths: null,
  }),
);

const WAYS = {
  below: { add: addTech, swap: swapToTech, takeOut: takeOutProduct },
  above: { add: addProduct, swap: swapToProduct, takeOut: takeOutTech },
};

describe.each(["add", "swap", "takeOut"] as const)("to %s", (way) => {
  test("what is said is enough, and half a person-month less is not", () => {
    fc.assert(
      fc.property(anyEffort, anyBand, (effort, band) => {
        const reading = techShare({ ...effort, band });
        if (reading.state !== "below" && reading.state !== "above") return;
        const amount = reading[way];
        if (amount === null) return;
        const apply = WAYS[reading.state][way];
        expect(techShare({ ...apply(effort, amount), band }).state).toBe("within");
        expect(techShare({ ...apply(effort, amount - 1), band }).state).toBe(reading.state);
      }),
      { numRuns: 2000 },
    );
  });

  test("nothing is offered only when no amount would land in the band", () => {
    fc.assert(
      fc.property(anyEffort, anyBand, (effort, band) => {
        const reading = techShare({ ...effort, band });
        if (reading.state !== "below" && reading.state !== "above") return;
        if (reading[way] !== null) return;
        const apply = WAYS[reading.state][way];
        for (let amount = 1; amount <= 100; amount += 1) {
          const after = apply(effort, amount);
          if (after.techHalfMonths < 0 || after.techHalfMonths > after.totalHalfMonths) break;
          expect(techShare({ ...after, band }).state).not.toBe("within");
        }
      }),
    );
  });
});

test("the room for tech fits, and half a person-month more does not", () => {
  fc.assert(
    fc.property(anyEffort, anyBand, (effort, band) => {
      const reading = techShare({ ...effort, band });
      if (reading.state !== "within" || reading.room === null) return;
      expect(techShare({ ...addTech(effort, reading.room), band }).state).toBe("within");
      expect(techShare({ ...addTech(effort, reading.room + 1), band }).state).toBe("above");
    }),
  );
});

test("whatever is added fits into what is left", () => {
  fc.assert(
    fc.property(anyEffort, anyBand, fc.integer({ min: -20, max: 100 }), (effort, band, left) => {
      const reading = techShare({ ...effort, leftHalfMonths: left, band });
      if (reading.state === "none") return;
      const added = reading.state === "within" ? reading.room : reading.add;
      expect(added ?? 0).toBeLessThanOrEqual(Math.max(0, left));
    }),
  );
});
