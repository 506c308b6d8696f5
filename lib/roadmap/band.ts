/**
 * The share of effort that may go to tech work, as an interval. The company allows 20 to 50 %
 * depending on the perimeter; a Tribe or a team may choose a narrower interval of its own.
 * Both ends are inside: exactly 20 % is in the band.
 */

/** Whole per cent, 0-100, both ends inside. Whole numbers keep the comparisons exact. */
export type Band = { readonly low: number; readonly high: number };

export const COMPANY_BAND: Band = { low: 20, high: 50 };

/** An end of a band as it is typed. */
export const bandNumber = {
  whole: true,
  percent: true,
  min: COMPANY_BAND.low,
  max: COMPANY_BAND.high,
} as const;

export function isBand({ low, high }: Band): boolean {
  return Number.isInteger(low) && Number.isInteger(high) && low >= 0 && low <= high && high <= 100;
}

/**
 * The band a perimeter is held to: the nearest one chosen (the team's, else its Tribe's, else the
 * company's), and the company's beside it whenever the two differ, so that both rules can be shown.
 */
export function bandFor(
  chosen: readonly (Band | null | undefined)[],
  company: Band = COMPANY_BAND,
): { band: Band; companyBand: Band | null } {
  const band = chosen.find((candidate) => candidate != null) ?? company;
  const differs = band.low !== company.low || band.high !== company.high;
  return { band, companyBand: differs ? company : null };
}
