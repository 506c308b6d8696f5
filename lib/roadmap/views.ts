import { z } from "zod";
import { day } from "#lib/sql/columns.ts";

/** How the Jira epic of a card stands, as Jira last told it. */
export const cardEpic = z.object({
  key: z.string(),
  /** "no" before it was read for the first time; "failed" where Jira did not give it the last time. */
  read: z.enum(["yes", "no", "failed"]),
  /** Jira's word. */
  status: z.string().nullable(),
  done: z.number(),
  total: z.number(),
  /** Days, YYYY-MM-DD. */
  startsOn: day.nullable(),
  dueOn: day.nullable(),
});
export type CardEpic = Readonly<z.output<typeof cardEpic>>;

/** This quarter, the next one, and whatever comes after: said without their days. */
export const horizons = ["now", "next", "later"] as const;
export type Horizon = (typeof horizons)[number];

export const onHorizon = z.object({
  number: z.number(),
  title: z.string(),
  horizon: z.enum(horizons),
  tribe: z.object({ code: z.string(), name: z.string(), position: z.number() }),
});
export type OnHorizon = z.output<typeof onHorizon>;
