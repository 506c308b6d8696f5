import type { PersonActor } from "#lib/auth/actor.ts";
import type { Quarter } from "#lib/quarter.ts";
import { type Band, COMPANY_BAND } from "#lib/roadmap/band.ts";
import { bandsOf, effortOf, lanesOf, type TribeBoard } from "#lib/roadmap/board.ts";
import type { Effort } from "#lib/roadmap/tech-share.ts";
import { ledTribe } from "#lib/today/led.ts";

export type TodayGauge = Effort & {
  /** Null: the company. */
  name: string | null;
  band: Band;
  companyBand: Band | null;
  href: string;
};

/** The team of a PM, the Tribe of a lead, the company of the CPO; null for whom no share is theirs. */
export function gaugeOf(
  viewer: PersonActor,
  quarter: Quarter,
  tribes: readonly TribeBoard[],
): TodayGauge | null {
  const teamIds = new Set(viewer.hats.map(({ teamId }) => teamId));
  const tribe = tribes.find(({ lanes }) => lanes.some((lane) => teamIds.has(lane.teamId)));
  const lane = tribe?.lanes.find(({ teamId }) => teamIds.has(teamId));
  const path = `/roadmap/${quarter}`;
  if (tribe && lane)
    return {
      name: lane.name,
      ...effortOf([lane]),
      ...bandsOf(tribe, lane),
      href: `${path}?tribe=${tribe.code}`,
    };
  const led = ledTribe(viewer, tribes);
  if (led)
    return {
      name: led.name,
      ...effortOf(led.lanes),
      ...bandsOf(led),
      href: `${path}?tribe=${led.code}`,
    };
  if (!viewer.hats.some(({ code }) => code === "cpo")) return null;
  const company = effortOf(lanesOf({ tribes, tray: [] }));
  return { name: null, ...company, band: COMPANY_BAND, companyBand: null, href: path };
}
