import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  confidenceScale,
  factors,
  fieldOf,
  impactScale,
  isFactorValue,
  missingFactors,
  type Rice,
  riceScore,
  writtenScore,
} from "#lib/initiatives/rice.ts";

const rice = (
  reach: number | null,
  impact: number | null,
  confidence: number | null,
  months: number | null,
): Rice => ({
  reach,
  impactHundredths: impact === null ? null : impact * 100,
  confidenceHundredths: confidence,
  effortHalfMonths: months === null ? null : months * 2,
});

describe("a RICE score", () => {
  it.each([
    ["never losing a report again", rice(420, 3, 80, 6), 168],
    ["one report, several readers", rice(260, 1, 100, 1.5), 173],
    ["the electronic invoice", rice(900, 2, 100, 9), 200],
    ["a planning shared by many hands", rice(310, 2, 80, 4), 124],
    ["skills in the rounds", rice(180, 1, 50, 3.5), 26],
    ["a new index for equipment", rice(640, 1, 80, 3), 171],
    ["from a flat to a tree of equipment", rice(1380, 0.5, 80, 10), 55],
    ["what nobody would use", rice(0, 3, 100, 1), 0],
  ])("of %s is reach × impact × confidence ÷ effort", (_, factorsGiven, score) => {
    expect(writtenScore(factorsGiven)).toBe(score);
  });

  it.each([
    ["reach", rice(null, 1, 80, 4)],
    ["impact", rice(640, null, 80, 4)],
    ["confidence", rice(640, 1, null, 4)],
    ["effort", rice(640, 1, 80, null)],
  ] as const)("is not there while %s is missing", (factor, given) => {
    expect(riceScore(given)).toBeNull();
    expect(missingFactors(given)).toEqual([factor]);
  });

  const scored = fc.record({
    reach: fc.integer({ min: 1, max: 10_000 }),
    impactHundredths: fc.constantFrom(...impactScale.map((step) => step.hundredths)),
    confidenceHundredths: fc.constantFrom(...confidenceScale.map((step) => step.hundredths)),
    effortHalfMonths: fc.integer({ min: 1, max: 200 }),
  });

  it("doubles when the reach doubles, and halves when the effort does", () => {
    fc.assert(
      fc.property(scored, (given) => {
        const score = riceScore(given) ?? 0;
        expect(riceScore({ ...given, reach: given.reach * 2 })).toBeCloseTo(score * 2, 6);
        const heavier = { ...given, effortHalfMonths: given.effortHalfMonths * 2 };
        expect(riceScore(heavier)).toBeCloseTo(score / 2, 6);
      }),
    );
  });

  it("never grows when we are less sure", () => {
    fc.assert(
      fc.property(scored, (given) => {
        const unsure = { ...given, confidenceHundredths: 20 };
        expect(riceScore(unsure) ?? 0).toBeLessThanOrEqual(riceScore(given) ?? 0);
      }),
    );
  });

  it("goes with any one factor", () => {
    fc.assert(
      fc.property(scored, fc.constantFrom(...factors), (given, factor) => {
        expect(riceScore({ ...given, [fieldOf[factor]]: null })).toBeNull();
      }),
    );
  });
});

describe("a factor", () => {
  it.each([
    ["reach", 0, true],
    ["reach", 1.5, false],
    ["reach", -1, false],
    ["impact", 25, true],
    ["impact", 150, false],
    ["confidence", 20, true],
    ["confidence", 70, false],
    ["effort", 1, true],
    ["effort", 0, false],
    ["effort", null, true],
  ] as const)("%s may hold %s: %s", (factor, value, may) => {
    expect(isFactorValue(factor, value)).toBe(may);
  });
});
