import type { Placing } from "#lib/insights/list/address.ts";
import type { Quarter } from "#lib/quarter.ts";

// What is known of a person's day before it is put into lines; null where the hat asks for no such thing.

export type TodayFacts = {
  quarter: Quarter;
  next: Quarter;
  /** Part of the quarter that is over, 0 to 1. */
  elapsed: number;
  /** PM of. */
  team: { id: string; name: string; fresh: number; toAnswer: number } | null;
  /** Lead of. */
  tribe: {
    code: string;
    name: string;
    pool: number;
    gauge: "none" | "below" | "within" | "above";
    isNextDraft: boolean;
    /** Teams without a capacity for the quarter. */
    unset: number;
  } | null;
  /** What waits for a Tribe, for whose it is to sort. */
  inbox: number | null;
  /** Null where nobody holds this week's, and for whose affair it isn't. */
  duty: Duty | null;
  /** QA: bugs that no Tribe has yet. */
  bugs: Waiting | null;
  /** Product Designer: what a Tribe was told in the last week. */
  voices: { code: string; name: string; count: number } | null;
  /** CPO: names of Tribes outside their band. */
  company: { outside: string[]; okrsBehind: number } | null;
  /** CPO, CEO and COMEX: company key results that nobody has checked in for two weeks. */
  unchecked: number | null;
  /** Product Ops. */
  imports: { refused: number; running: number } | null;
  desks: {
    /** Names of connections that fail, or are late. */
    ailing: string[];
    /** Tickets that could not be taken in. */
    aside: number;
  } | null;
  inboxAge: Waiting | null;
  /** Messages that were refused or given up, or can't leave. */
  messages: number | null;
  /** Whether the last backup is too old, by how many days (0: there is none), and one that was tried fails. */
  backups: { isOld: boolean; days: number; isDamaged: boolean } | null;
  /** Whoever sets the company up: how much of it is there. */
  start: {
    tribes: number;
    insights: number;
    /** Names of Tribes without a Lead PM, and of those none of whose teams has a capacity for the quarter. */
    unled: string[];
    unplanned: string[];
  } | null;
};

/** Who holds this week's triage duty. */
export type Duty = {
  name: string;
  isOwn: boolean;
  /** What their list begins with, and what of it is counted. */
  placing: Placing | null;
};

/** How many wait, and for how many days the oldest does. */
export type Waiting = { count: number; days: number };

export const taskNames = [
  "new",
  "answer",
  "inbox",
  "duty",
  "unsure",
  "pool",
  "below",
  "above",
  "draft",
  "bugs",
  "voices",
  "outside",
  "okrs",
  "unchecked",
  "desks",
  "aside",
  "backup",
  "backupDamaged",
  "messages",
  "inboxAge",
  "importsRefused",
  "importsRunning",
  "capacity",
  "firstTribes",
  "firstLeads",
  "firstImport",
  "unplanned",
] as const;
export type TaskName = (typeof taskNames)[number];

export type Task = {
  name: TaskName;
  href: string;
  /** What the sentence counts; 1 where it names one thing. */
  count: number;
  /** The team, Tribe or Tribes concerned; "" where it concerns none. */
  where: string;
  /** The id of the team concerned, where it is one. */
  about: string | null;
  /** For how long, where that is said; else 0. */
  days: number;
  quarter: Quarter;
};
