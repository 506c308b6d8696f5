import type { Standing } from "#lib/okrs/progress.ts";
import type { ObjectiveNode } from "#lib/okrs/tree.ts";
import { type Band, COMPANY_BAND } from "#lib/roadmap/band.ts";
import { bandsOf, effortOf } from "#lib/roadmap/board.ts";
import type { RoadmapTribe } from "#lib/roadmap/reads/roadmap.ts";
import type { Effort } from "#lib/roadmap/tech-share.ts";

export type TribeLine = {
  /** Null: the company. */
  id: string | null;
  tribe: { code: string; name: string; position: number } | null;
  gauge: Effort & { band: Band; companyBand: Band | null };
  state: "draft" | "committed" | "closed" | null;
  /** Half person-months, reserve taken off; null when no team said theirs. */
  capacityHalfMonths: number | null;
  /** Each once, whichever teams share it. */
  initiatives: number;
  okr: Pick<Standing, "progress" | "isBehind">;
};

/** A line a Tribe in the company's order, the company's own last. */
export function tribeLines(
  tribes: readonly RoadmapTribe[],
  objectives: readonly ObjectiveNode[],
): TribeLine[] {
  const lines = tribes.map((tribe) => ({
    id: tribe.id,
    tribe,
    gauge: { ...effortOf(tribe.lanes), ...bandsOf(tribe) },
    state: tribe.state,
    capacityHalfMonths: capacityOf([tribe]),
    initiatives: initiativesOf([tribe]),
    okr: meanOf(objectives.filter((objective) => objective.tribe?.id === tribe.id)),
  }));
  const company = {
    id: null,
    tribe: null,
    gauge: {
      ...effortOf(tribes.flatMap((tribe) => tribe.lanes)),
      band: COMPANY_BAND,
      companyBand: null,
    },
    state: null,
    capacityHalfMonths: capacityOf(tribes),
    initiatives: initiativesOf(tribes),
    okr: meanOf(objectives),
  };
  return [...lines, company];
}

function capacityOf(tribes: readonly RoadmapTribe[]): number | null {
  const said = tribes
    .flatMap((tribe) => tribe.lanes)
    .filter((lane) => lane.capacityHalfMonths !== null);
  if (said.length === 0) return null;
  return said.reduce(
    (total, lane) => total + (lane.capacityHalfMonths ?? 0) - lane.reserveHalfMonths,
    0,
  );
}

function initiativesOf(tribes: readonly RoadmapTribe[]): number {
  const cards = tribes.flatMap((tribe) => tribe.lanes).flatMap((lane) => lane.cards);
  return new Set(cards.map((card) => card.initiativeId)).size;
}

/** The mean of what is measured; behind when any committed one is. */
function meanOf(objectives: readonly ObjectiveNode[]): Pick<Standing, "progress" | "isBehind"> {
  const measured = objectives.flatMap(({ progress }) => (progress === null ? [] : [progress]));
  if (measured.length === 0) return { progress: null, isBehind: false };
  return {
    progress: measured.reduce((sum, one) => sum + one, 0) / measured.length,
    isBehind: objectives.some(({ commitment, isBehind }) => commitment === "committed" && isBehind),
  };
}
