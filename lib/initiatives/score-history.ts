import { type Factor, fieldOf, type Rice, writtenScore } from "#lib/initiatives/rice.ts";

/** One value given to one factor; `value` in the factor's stored unit, null when taken back. */
export type Given = { readonly factor: Factor; readonly value: number | null };

export type Step<G extends Given> = G & {
  /** What the factor held before. */
  readonly before: number | null;
  /** The score once it was given; null while a factor is missing. */
  readonly score: number | null;
};

const NOTHING: Rice = {
  reach: null,
  impactHundredths: null,
  confidenceHundredths: null,
  effortHalfMonths: null,
};

/** What every value given to a factor did to the score. `versions` come oldest first, and so do the steps. */
export function scoreHistory<G extends Given>(versions: readonly G[]): Step<G>[] {
  let rice = NOTHING;
  return versions.map((version) => {
    const field = fieldOf[version.factor];
    const before = rice[field];
    rice = { ...rice, [field]: version.value };
    return { ...version, before, score: writtenScore(rice) };
  });
}
