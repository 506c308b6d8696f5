import * as z from "#lib/browser-zod.ts";
import { entryAnswers } from "#lib/catalogue/answers.ts";

const entry = z.object({
  id: z.guid(),
  title: z.string(),
  answer: z.enum(entryAnswers),
  quarter: z.nullable(z.string()),
  toSay: z.string(),
  limits: z.string(),
  place: z.string(),
  verifiedAt: z.nullable(z.string()),
  verifiedBy: z.nullable(z.string()),
  isOld: z.boolean(),
});
export type EntryFound = z.output<typeof entry>;

const initiative = z.object({
  number: z.number(),
  title: z.string(),
  /** The next quarter that it is planned for; null where none is to come; left out for whoever may not see the plan. */
  planned: z.optional(z.nullable(z.string())),
});
export type InitiativeFound = z.output<typeof initiative>;

/** What is known of a question: the entry that answers it, or what is near and something else. */
export const askSaid = z.object({
  direct: z.nullable(entry),
  near: z.array(entry),
  initiatives: z.array(initiative),
});
export type AskSaid = z.output<typeof askSaid>;
