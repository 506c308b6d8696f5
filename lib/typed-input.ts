import { z } from "zod";
import { UserError } from "#lib/errors.ts";
import type { ErrorKey } from "#lib/i18n/sentences.ts";
import { type NumberRule, readNumber } from "#lib/typed-number.ts";

/**
 * A number as a program sends it, in the unit that is stored, or as a person typed it, in the unit of its field. What
 * can't be read, or not by the field's rule, is refused with its own sentence (`refusalIn`).
 * @param perUnit what makes the stored unit of the typed one, such as 2 for half months typed as months
 */
export function typedNumber<Schema extends z.ZodType<number, number>>(
  number: Schema,
  rule: NumberRule,
  perUnit = 1,
) {
  return z
    .union([z.number(), z.string()])
    .transform((given, context) => {
      if (typeof given === "number") return given;
      const read = readNumber(given, rule);
      if (read && "value" in read) return read.value * perUnit;
      context.addIssue({ code: "custom", params: { refusal: read?.fault } });
      return z.NEVER;
    })
    .pipe(number);
}

const refusal = z.object({
  key: z.custom<ErrorKey>((key) => typeof key === "string"),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** The sentence of the first number that could not be read; null when something else is wrong. */
export function refusalIn(issues: readonly z.core.$ZodIssue[]): UserError | null {
  for (const issue of issues) {
    const found = refusal.safeParse(issue.code === "custom" ? issue.params?.refusal : undefined);
    if (found.success) return new UserError<ErrorKey>(found.data.key, found.data.params);
  }
  return null;
}
