import type { InsightKind } from "#lib/insights/kinds.ts";
import type { Quarter } from "#lib/quarter.ts";

/** What sharing out needs of an insight. Instants are ISO 8601, money cents. */
export type ShareableInsight = {
  id: string;
  number: number;
  title: string;
  kind: InsightKind;
  saidAt: string;
  /** Its theme, the oldest where it has several. */
  theme: { id: string; title: string } | null;
  /** Who has it for the quarter shown; null: in the pool. */
  teamId: string | null;
  /** Who has it from an earlier quarter, while the pool has it. */
  carriedFrom: { team: string; teamId: string; quarter: Quarter } | null;
  customerIds: string[];
};

export type DistributionTeam = {
  id: string;
  name: string;
  specialities: string[];
  /** Who is its PM; null while there is none. */
  pm: string | null;
  /** Half person-months; null when nobody said what the team can take on. */
  capacity: { all: number; left: number } | null;
};

export type Distribution = {
  quarter: Quarter;
  tribe: { id: string; code: string; name: string; position: number };
  tribes: { code: string; name: string; position: number }[];
  teams: DistributionTeam[];
  insights: ShareableInsight[];
  /** More of them exist than are here: the oldest of the pool are. */
  isCut: boolean;
  /** Yearly revenue by customer, where known; empty when not for this viewer. */
  money: Record<string, number>;
  mayShareOut: boolean;
  /** The viewer's own team here, into which they may claim. */
  ownTeamId: string | null;
  isOver: boolean;
};
