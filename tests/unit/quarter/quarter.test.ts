import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  elapsedShare,
  isQuarter,
  quarterBounds,
  quarterOf,
  shiftQuarter,
  weekOf,
} from "#lib/quarter.ts";
import { inParis, paris } from "#tests/support/in-paris.ts";

describe("a quarter", () => {
  it.each([
    ["2026-12-31T22:59:59Z", "2026-Q4"],
    ["2026-12-31T23:00:00Z", "2027-Q1"],
    ["2026-06-30T21:59:59Z", "2026-Q2"],
    ["2026-06-30T22:00:00Z", "2026-Q3"],
  ])("of %s is Paris's, %s", (instant, quarter) => {
    expect(quarterOf(new Date(instant), paris)).toBe(quarter);
  });

  it.each([
    ["2026-Q4", 1, "2027-Q1"],
    ["2026-Q1", -1, "2025-Q4"],
    ["2026-Q3", -7, "2024-Q4"],
    ["2026-Q3", 0, "2026-Q3"],
  ] as const)("%s and %i quarters is %s", (quarter, steps, expected) => {
    expect(shiftQuarter(quarter, steps)).toBe(expected);
  });

  it("ends where the next begins", () => {
    expect(quarterBounds("2026-Q4")).toEqual({ first: "2026-10-01", after: "2027-01-01" });
  });

  it.each([
    ["2026-09-30T12:00:00Z", 0],
    ["2026-10-01T12:00:00Z", 0],
    ["2026-11-16T12:00:00Z", 0.5],
    ["2027-02-01T12:00:00Z", 1],
  ])("has run its share on %s", (instant, share) => {
    expect(elapsedShare("2026-Q4", inParis(new Date(instant)))).toBeCloseTo(share, 2);
  });

  it("counts its weeks from one", () => {
    expect(weekOf("2026-Q4", inParis(new Date("2026-10-01T12:00:00Z")))).toBe(1);
    expect(weekOf("2026-Q4", inParis(new Date("2026-11-22T12:00:00Z")))).toBe(8);
  });

  it("refuses what is no quarter", () => {
    expect(["2026-Q5", "26-Q1", "2026Q1", "", "2026-Q4 "].filter(isQuarter)).toEqual([]);
  });

  it("comes back when shifted there and back", () => {
    const quarters = fc.tuple(fc.integer({ min: 1900, max: 2199 }), fc.constantFrom(1, 2, 3, 4));
    fc.assert(
      fc.property(quarters, fc.integer({ min: -400, max: 400 }), ([year, part], steps) => {
        const quarter = `${year}-Q${part}` as const;
        return isQuarter(quarter) && shiftQuarter(shiftQuarter(quarter, steps), -steps) === quarter;
      }),
    );
  });
});
