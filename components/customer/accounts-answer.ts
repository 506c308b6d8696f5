import { refusal } from "#components/form/said.ts";
import * as z from "#lib/browser-zod.ts";
import { differing } from "#lib/customers/plan-accounts.ts";

const line = z.object({
  line: z.number(),
  reason: z.string(),
  params: z.record(z.string(), z.string()),
});

const value = z.nullable(z.union([z.string(), z.number()]));

const outcome = z.object({
  line: z.number(),
  kind: z.enum(["created", "updated", "unchanged"]),
  name: z.string(),
  changes: z.array(z.object({ field: z.enum(differing), before: value, after: value })),
  alike: z.array(z.string()),
});

/** What the server says of a file of accounts. */
export const accountsAnswer = z.object({
  rows: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  pairs: z.number(),
  refused: z.array(line),
  notes: z.array(line),
  changes: z.array(outcome),
});
export type AccountsAnswer = z.output<typeof accountsAnswer>;

export const refusalAnswer = z.object({ error: refusal });
