/**
 * RICE: reach × impact × confidence ÷ effort. Reach counts customers per quarter, one unit for the
 * whole company; impact and confidence come from Intercom's scales (the firm that published RICE),
 * with 20 % for a moonshot; effort is person-months of all crafts, in halves, half a month at least.
 * A factor missing: no score, rather than a wrong one.
 */

export const factors = ["reach", "impact", "confidence", "effort"] as const;
export type Factor = (typeof factors)[number];

/** What each step is called is chosen when shown; what is stored is hundredths. */
export const impactScale = [
  { code: "massive", hundredths: 300 },
  { code: "high", hundredths: 200 },
  { code: "medium", hundredths: 100 },
  { code: "low", hundredths: 50 },
  { code: "minimal", hundredths: 25 },
] as const;

export const confidenceScale = [
  { code: "high", hundredths: 100 },
  { code: "medium", hundredths: 80 },
  { code: "low", hundredths: 50 },
  { code: "moonshot", hundredths: 20 },
] as const;

/** The highest values taken: beyond them somebody mistyped. */
export const MOST_REACH = 10_000_000;
export const MOST_EFFORT_HALF_MONTHS = 2_000;

/** Reach as it is typed: customers a quarter. */
export const reachNumber = { whole: true, min: 0, max: MOST_REACH } as const;
/** Effort as it is typed: person-months, in halves. */
export const effortNumber = { min: 0.5, max: MOST_EFFORT_HALF_MONTHS / 2, step: 0.5 } as const;

/** Reach in customers a quarter, impact and confidence in hundredths, effort in half person-months. */
export type Rice = {
  readonly reach: number | null;
  readonly impactHundredths: number | null;
  readonly confidenceHundredths: number | null;
  readonly effortHalfMonths: number | null;
};

/** The field of an initiative that holds a factor. */
export const fieldOf = {
  reach: "reach",
  impact: "impactHundredths",
  confidence: "confidenceHundredths",
  effort: "effortHalfMonths",
} as const satisfies Record<Factor, keyof Rice>;

/** Unrounded; null until all four factors are there. Whole numbers are multiplied first, divided once. */
export function riceScore(rice: Rice): number | null {
  const { reach, impactHundredths, confidenceHundredths, effortHalfMonths } = rice;
  if (reach === null || impactHundredths === null) return null;
  if (confidenceHundredths === null || effortHalfMonths === null) return null;
  return (reach * impactHundredths * confidenceHundredths * 2) / (10_000 * effortHalfMonths);
}

/** Scores are written as whole numbers: more would claim to know more. */
export function writtenScore(rice: Rice): number | null {
  const score = riceScore(rice);
  return score === null ? null : Math.round(score);
}

/** The factors that are still to give, in the order of the formula. */
export function missingFactors(rice: Rice): Factor[] {
  return factors.filter((factor) => rice[fieldOf[factor]] === null);
}

/** Whether a factor may hold that value; null takes it back. */
export function isFactorValue(factor: Factor, value: number | null): boolean {
  if (value === null) return true;
  return Number.isInteger(value) && allowed[factor](value);
}

const allowed: Record<Factor, (value: number) => boolean> = {
  reach: (value) => value >= 0 && value <= MOST_REACH,
  impact: (value) => impactScale.some((step) => step.hundredths === value),
  confidence: (value) => confidenceScale.some((step) => step.hundredths === value),
  effort: (value) => value >= 1 && value <= MOST_EFFORT_HALF_MONTHS,
};
