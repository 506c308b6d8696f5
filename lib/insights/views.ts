import type { InsightAnswer, InsightKind } from "#lib/insights/kinds.ts";
import type { Quarter } from "#lib/quarter.ts";

/** What a list shows of an insight. Instants are ISO 8601, days YYYY-MM-DD, money cents. */
export type InsightRow = {
  id: string;
  number: number;
  title: string | null;
  /** The beginning of the text, for one without a title. */
  excerpt: string | null;
  kind: InsightKind;
  tribeId: string | null;
  teamId: string | null;
  quarter: Quarter | null;
  answer: InsightAnswer | null;
  snoozedUntil: string | null;
  saidAt: string;
  updatedAt: string;
  version: number;
  customer: string | null;
  /** How many customers in all. */
  customers: number;
  /** Yearly revenue of them all, or what is at stake; null when unknown or not for this viewer. */
  moneyCents: number | null;
};

/** One that the viewer handed in or asked for, with what they were told. */
export type OwnInsight = InsightRow & { answerNote: string | null; mergedInto: number | null };

export type InsightCustomer = {
  id: string;
  name: string;
  state: "customer" | "prospect" | "lost";
  segment: string | null;
  revenueCents: number | null;
  atStakeCents: number | null;
};

export type InsightComment = { id: string; author: string; body: string; at: string };

/** What the reading pane and the page show besides the row. */
export type InsightDetail = {
  id: string;
  body: string;
  /** The text is longer than what is here: the page has all of it. */
  isCut: boolean;
  language: "fr" | "en" | "mixed" | null;
  severity: string | null;
  surface: string | null;
  product: string | null;
  source: string;
  ticketKey: string | null;
  ticketUrl: string | null;
  deletedInDesk: boolean;
  handedInBy: string | null;
  requesters: string[];
  customers: InsightCustomer[];
  themes: { id: string; title: string }[];
  sharings: { quarter: Quarter; team: string; by: string | null; at: string }[];
  answerNote: string | null;
  answeredAt: string | null;
  answeredBy: string | null;
  mergedInto: number | null;
  merged: { id: string; number: number; title: string | null }[];
  splitFrom: number | null;
  splits: { number: number; title: string | null }[];
  comments: InsightComment[];
};

/** In the company's order: the first is given to by the digit 1. */
export type TribeChoice = {
  id: string;
  code: string;
  name: string;
  position: number;
  teams: { id: string; name: string }[];
};

/** One thing that was done, as it is read. */
export type HistoryLine = {
  id: string;
  at: string;
  actor: string;
  /** What follows the name. */
  sentence: string;
  isUndone: boolean;
};
