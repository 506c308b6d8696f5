import type { InsightAnswer, InsightKind } from "#lib/insights/kinds.ts";
import type { ProposalKind, ProposalReason } from "#lib/proposals/kinds.ts";

/** What the matcher reads of an insight. `saidAt` in milliseconds, UTC. */
export type KnownInsight = {
  id: string;
  title: string | null;
  body: string;
  saidAt: number;
  kind: InsightKind;
  severity: string | null;
  language: string | null;
  tribeId: string | null;
  teamId: string | null;
  answer: InsightAnswer | null;
  mergedIntoId: string | null;
  /** Of itself or of what was merged into it, as the customers. */
  themes: string[];
  customers: string[];
  requesters: string[];
  /** Behind the @ of who asked, and the customers that they are known to be of. */
  domains: string[];
  employers: string[];
};

/** What there is to choose from; none of it is archived. */
export type Choices = {
  tribes: { id: string; name: string; mission: string }[];
  teams: { id: string; tribeId: string; name: string; specialities: string[] }[];
  themes: {
    id: string;
    title: string;
    description: string;
    tribeId: string;
    createdAt: number;
  }[];
  customers: { id: string; name: string; domains: string[] }[];
};

/** One thing to be proposed. `target`: the id of a Tribe, theme, insight or customer, or the word. */
export type Offer = {
  kind: ProposalKind;
  target: string;
  teamId: string | null;
  likelihood: number;
  reason: ProposalReason;
  alike: number;
  of: number;
  words: string[];
};

/** Whether somebody said no to it. */
export type IsRefused = (kind: ProposalKind, target: string) => boolean;
