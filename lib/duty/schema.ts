import { z } from "zod";

const seen = z.strictObject({ id: z.uuid(), version: z.int() });

export const exchangeDutyInput = z.strictObject({
  /** Two weeks as they were seen. */
  week: seen,
  with: seen,
});
export const giveDutyInput = seen.extend({
  /** Null: nobody, as in a week of holidays. */
  personId: z.preprocess((value) => value || null, z.uuid().nullable()),
});
export type ExchangeDutyInput = z.output<typeof exchangeDutyInput>;
export type GiveDutyInput = z.output<typeof giveDutyInput>;
