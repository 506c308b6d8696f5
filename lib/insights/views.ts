import * as z from "#lib/browser-zod.ts";
import { answers, insightKinds } from "#lib/insights/kinds.ts";
import { isQuarter, type Quarter } from "#lib/quarter.ts";

// Told by the database, and read again by the browser when they come as JSON: hence the browser's zod.

const quarter = z.custom<Quarter>((value) => typeof value === "string" && isQuarter(value));
const instant = z.iso.datetime({ offset: true });
const linked = { id: z.guid(), number: z.number(), title: z.nullable(z.string()) };

/** What an answer names: planned which initiative, exists where, declined why. */
export const answerNamed = z.object({
  initiative: z.nullable(
    z.object({ number: z.number(), title: z.string(), quarter: z.nullable(quarter) }),
  ),
  entry: z.nullable(z.object({ id: z.guid(), title: z.string() })),
  reason: z.nullable(z.string()),
});
export type AnswerNamed = z.output<typeof answerNamed>;

/** What a list shows of an insight. Instants are ISO 8601, days YYYY-MM-DD, money cents. */
export const insightRow = z.object({
  ...linked,
  /** The beginning of the text, for one without a title. */
  excerpt: z.nullable(z.string()),
  kind: z.enum(insightKinds),
  tribeId: z.nullable(z.guid()),
  teamId: z.nullable(z.guid()),
  quarter: z.nullable(quarter),
  answer: z.nullable(z.enum(answers)),
  answeredAt: z.nullable(instant),
  snoozedUntil: z.nullable(z.iso.date()),
  saidAt: instant,
  updatedAt: instant,
  version: z.number(),
  customer: z.nullable(z.string()),
  /** How many customers in all. */
  customers: z.number(),
  /** Yearly revenue of them all, or what is at stake; null when unknown or not for this viewer. */
  moneyCents: z.nullable(z.number()),
  /** In a list, of one that waits for a Tribe: which is proposed, and whether that one is sure. */
  proposedTribeId: z.optional(z.nullable(z.guid())),
  isSure: z.optional(z.boolean()),
});
export type InsightRow = z.output<typeof insightRow>;

/** A page of the list, as it is fetched. */
export const insightPage = z.object({
  rows: z.array(insightRow),
  next: z.nullable(z.string()),
});

/** One that the viewer handed in or asked for, with what they were told. */
export const ownInsight = z.extend(insightRow, {
  answerNote: z.nullable(z.string()),
  answerNamed,
  mergedInto: z.nullable(z.number()),
  customerId: z.nullable(z.guid()),
});
export type OwnInsight = z.output<typeof ownInsight>;

const insightCustomer = z.object({
  id: z.guid(),
  name: z.string(),
  state: z.enum(["customer", "prospect", "lost"]),
  segment: z.nullable(z.string()),
  revenueCents: z.nullable(z.number()),
  atStakeCents: z.nullable(z.number()),
});
export type InsightCustomer = z.output<typeof insightCustomer>;

const insightComment = z.object({
  id: z.guid(),
  author: z.string(),
  body: z.string(),
  at: instant,
});
export type InsightComment = z.output<typeof insightComment>;

/** What the reading pane and the page show besides the row. */
export const insightDetail = z.object({
  id: z.guid(),
  body: z.string(),
  /** The text is longer than what is here: the page has all of it. */
  isCut: z.boolean(),
  language: z.nullable(z.enum(["fr", "en", "mixed"])),
  severity: z.nullable(z.string()),
  surface: z.nullable(z.string()),
  product: z.nullable(z.string()),
  source: z.string(),
  ticketKey: z.nullable(z.string()),
  ticketUrl: z.nullable(z.string()),
  deletedInDesk: z.boolean(),
  handedInBy: z.nullable(z.string()),
  requesters: z.array(z.string()),
  customers: z.array(insightCustomer),
  themes: z.array(z.object({ id: z.guid(), title: z.string() })),
  sharings: z.array(
    z.object({ quarter, team: z.string(), by: z.nullable(z.string()), at: instant }),
  ),
  answerNote: z.nullable(z.string()),
  answerNamed,
  answeredAt: z.nullable(instant),
  answeredBy: z.nullable(z.string()),
  mergedInto: z.nullable(z.number()),
  merged: z.array(z.object(linked)),
  splitFrom: z.nullable(z.number()),
  splits: z.array(z.object({ number: z.number(), title: z.nullable(z.string()) })),
  comments: z.array(insightComment),
});
export type InsightDetail = z.output<typeof insightDetail>;

/** In the company's order: the first is given to by the digit 1. */
export type TribeChoice = {
  id: string;
  code: string;
  name: string;
  position: number;
  teams: { id: string; name: string }[];
};

/** One thing that was done, as it is read. */
export const historyLine = z.object({
  id: z.guid(),
  at: instant,
  actor: z.string(),
  /** What follows the name. */
  sentence: z.string(),
  isUndone: z.boolean(),
});
export type HistoryLine = z.output<typeof historyLine>;
