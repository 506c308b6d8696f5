import * as z from "#lib/browser-zod.ts";

/** The shape of an answer, as the browser reads it. */
export type AnswerShape<Answer> = z.core.$ZodType<Answer>;

/**
 * What was said, known by its shape. Throws a ZodError where it isn't: then one of the two is of another version, and
 * nothing of it may be shown.
 */
export function said<Answer>(shape: AnswerShape<Answer>, body: unknown): Answer {
  return z.parse(shape, body);
}

/** What a route says of a refusal: a key of the `errors` messages, and what goes into its sentence. */
export const refusal = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** The list that fields for customers propose from. */
export const organisationsSaid = z.object({
  organisations: z.array(z.object({ id: z.guid(), name: z.string() })),
});
