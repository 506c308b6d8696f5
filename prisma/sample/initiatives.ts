import { currentInitiatives } from "#prisma/sample/initiatives/current.ts";
import type { SampleInitiative } from "#prisma/sample/initiatives/initiative.ts";
import { nextInitiatives } from "#prisma/sample/initiatives/next.ts";
import { pastInitiatives } from "#prisma/sample/initiatives/past.ts";
import { sampleTeams } from "#prisma/sample/organisation.ts";

export type { SampleInitiative } from "#prisma/sample/initiatives/initiative.ts";

export const sampleInitiatives: SampleInitiative[] = [
  ...pastInitiatives,
  ...currentInitiatives,
  ...nextInitiatives,
];

/** Quarters counted from the current one: two closed, one committed, one draft. */
export const sampleQuarters = [
  { offset: -2, state: "closed" },
  { offset: -1, state: "closed" },
  { offset: 0, state: "committed" },
  { offset: 1, state: "draft" },
] as const;

export type SampleCapacity = { team: string; halfMonths: number; reserveHalfMonths: number };

/** Half person-months a quarter. */
const halfMonthsOf: Record<string, number> = {
  dispatch: 23,
  tournees: 20,
  astreinte: 18,
  mobile: 24,
  horsligne: 23,
  preuves: 19,
  parc: 24,
  facture: 24,
  portail: 23,
  acces: 20,
  connecteurs: 24,
  donnees: 23,
};

/** The same every quarter: 9 to 12 person-months, a sixth of it kept for bugs. */
export const sampleCapacities: SampleCapacity[] = sampleTeams.map(({ code }) => {
  const halfMonths = halfMonthsOf[code] ?? 18;
  return { team: code, halfMonths, reserveHalfMonths: Math.round(halfMonths / 6) };
});
