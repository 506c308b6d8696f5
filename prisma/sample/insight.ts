import type { Quarter } from "#lib/quarter.ts";
import type { SampleKind } from "#prisma/sample/situations/situation.ts";
import type { Reporter, Via } from "#prisma/sample/voices/speakers.ts";

export type SampleLanguage = "fr" | "en" | "mixed";
export type SampleSeverity = "critical" | "high" | "medium" | "low";
export type SampleAnswer = {
  code: "planned" | "shipped" | "exists" | "declined" | "duplicate" | "out-of-scope";
  note: string;
  /** Planned or shipped: the title of what it is. */
  initiative?: string;
};

export type SampleInsight = {
  externalId: string;
  key: string;
  title: string | null;
  body: string;
  kind: SampleKind;
  language: SampleLanguage;
  via: Via;
  reporter: Reporter;
  /** Names of organisations. */
  organisations: string[];
  createdAt: Date;
  updatedAt: Date;
  /** The desk's own word. */
  status: string;
  severity: SampleSeverity | null;
  labels: string[];
  issueType: string;
  requestType: string;
  /** Null: still in the inbox. */
  tribe: string | null;
  /** Null: in the inbox, or in its Tribe's pool. */
  team: string | null;
  /** Quarter it was shared out for; null when it has no team yet. */
  quarter: Quarter | null;
  theme: string | null;
  answer: SampleAnswer | null;
  /** Another insight that says nearly the same, whether people have seen it or not. */
  resembles: string | null;
  /** Set once people answered "duplicate". */
  duplicateOfKey: string | null;
  /** How many asks it holds: 1 but for one in twenty. */
  asks: number;
  /** The parts that people made of one that holds several asks. */
  splitInto: { title: string; body: string; kind: SampleKind; team: string }[];
};

export type GivenInsight = {
  daysAgo: number;
  language: SampleLanguage;
  kind: SampleKind;
  via: Via;
  by: string;
  organisations: string[];
  title: string | null;
  body: string;
  severity?: SampleSeverity;
  labels?: string[];
  asks?: number;
  /** Absent: it waits in the inbox. */
  decided?: { team: string; theme: string | null; answer: SampleAnswer | null };
};
