import * as z from "#lib/browser-zod.ts";

/** A key result that an initiative serves, or could. */
export const servedKeyResult = z.object({
  id: z.guid(),
  title: z.string(),
  objective: z.string(),
  level: z.string(),
  owner: z.nullable(z.string()),
  quarter: z.string(),
});
export type ServedKeyResult = z.output<typeof servedKeyResult>;

/** How the Jira epic of an initiative stands, as Jira last told it: nobody enters it here. */
export const delivery = z.object({
  key: z.string(),
  title: z.nullable(z.string()),
  /** Jira's word. */
  status: z.nullable(z.string()),
  /** "new", "indeterminate" or "done", in every language. */
  statusCategory: z.nullable(z.string()),
  childrenDone: z.number(),
  childrenTotal: z.number(),
  /** Days, YYYY-MM-DD. */
  startsOn: z.nullable(z.iso.date()),
  dueOn: z.nullable(z.iso.date()),
  /** Instants, ISO. */
  resolvedAt: z.nullable(z.iso.datetime({ offset: true })),
  readAt: z.iso.datetime({ offset: true }),
  /** Why it could not be read the last time, as a message's key. */
  failure: z.nullable(
    z.object({
      key: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  url: z.nullable(z.string()),
});
export type Delivery = z.output<typeof delivery>;

export const initiativeLinks = z.object({
  version: z.number(),
  epicKey: z.nullable(z.string()),
  /** How its epic stands; null before it was read. */
  delivery: z.nullable(delivery),
  served: z.array(servedKeyResult),
  /** The quarter's key results that it does not serve yet. */
  free: z.array(servedKeyResult),
});
export type InitiativeLinks = z.output<typeof initiativeLinks>;
