import { z } from "zod";
import type { Rice } from "#lib/initiatives/rice.ts";
import type { Shape } from "#lib/sql/known.ts";

/** The factors as a statement answers them. */
export const riceShape = z.object({
  reach: z.number().nullable(),
  impactHundredths: z.number().nullable(),
  confidenceHundredths: z.number().nullable(),
  effortHalfMonths: z.number().nullable(),
}) satisfies Shape<Rice>;

/** The factors for whoever is not to see them. */
export const unplanned: Rice = {
  ...{ reach: null, impactHundredths: null, confidenceHundredths: null },
  effortHalfMonths: null,
};
