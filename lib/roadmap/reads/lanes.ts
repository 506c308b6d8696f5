import "server-only";
import { z } from "zod";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { writtenScore } from "#lib/initiatives/rice.ts";
import { riceShape } from "#lib/initiatives/rice-shape.ts";
import { kinds, origins } from "#lib/initiatives/schema.ts";
import { type Moment, type Quarter, quarterBounds, todayOf } from "#lib/quarter.ts";
import type { Card, TribeBoard } from "#lib/roadmap/board.ts";
import { isQuarterState } from "#lib/roadmap/may-change.ts";
import { epicColumn, epicJoin } from "#lib/roadmap/reads/card-epic.ts";
import { cardEpic } from "#lib/roadmap/views.ts";
import { holdsOn } from "#lib/sql/dated.ts";
import { type Asks, listRows } from "#lib/sql/rows.ts";

const tribeRow = z.object({
  id: z.guid(),
  code: z.string(),
  name: z.string(),
  position: z.number(),
  version: z.number(),
  bandLow: z.number(),
  bandHigh: z.number(),
  state: z.string().nullable(),
  committedAt: z.date().nullable(),
  committedBy: z.string().nullable(),
});

const laneRow = z.object({
  teamId: z.guid(),
  tribeId: z.guid(),
  name: z.string(),
  bandLow: z.number().nullable(),
  bandHigh: z.number().nullable(),
  teamVersion: z.number(),
  capacityHalfMonths: z.number().nullable(),
  reserveHalfMonths: z.number(),
  capacityVersion: z.number(),
});
type LaneRow = z.output<typeof laneRow>;

const cardRow = riceShape.extend({
  id: z.guid(),
  teamId: z.guid(),
  initiativeId: z.guid(),
  number: z.number(),
  title: z.string(),
  kind: z.enum(kinds),
  origin: z.enum(origins),
  itemEffort: z.number(),
  version: z.number(),
  epic: cardEpic.nullable(),
});
type CardRow = z.output<typeof cardRow>;

export type TribeLanes = TribeBoard & { committedAt: Date | null; committedBy: string | null };

/**
 * Tribes, teams and items of a quarter. Teams stand where they stood, under the name they had, on the quarter's last
 * day or today, whichever comes first.
 */
export async function readLanes(
  tx: Asks,
  { quarter, at, tribeId }: { quarter: Quarter; at: Moment; tribeId?: string },
): Promise<TribeLanes[]> {
  const day = dayWithin(quarter, at);
  const [tribes, lanes, cards] = await Promise.all([
    readTribes(tx, quarter, tribeId),
    readTeams(tx, quarter, day),
    readCards(tx, quarter),
  ]);
  const cardsOf = Map.groupBy(cards, (card) => card.teamId);
  const lanesOf = Map.groupBy(lanes, (lane) => lane.tribeId);
  return tribes.map(({ bandLow, bandHigh, state, ...tribe }) => ({
    ...tribe,
    band: { low: bandLow, high: bandHigh },
    state: state && isQuarterState(state) ? state : "draft",
    lanes: (lanesOf.get(tribe.id) ?? []).map((lane) => ({
      teamId: lane.teamId,
      name: lane.name,
      band: asBand(lane),
      teamVersion: lane.teamVersion,
      capacityHalfMonths: lane.capacityHalfMonths,
      reserveHalfMonths: lane.reserveHalfMonths,
      capacityVersion: lane.capacityVersion,
      cards: (cardsOf.get(lane.teamId) ?? []).map(asCard),
    })),
  }));
}

function readTribes(tx: Asks, quarter: Quarter, tribeId: string | undefined) {
  const only = tribeId ? Prisma.sql`AND b.id = ${tribeId}::uuid` : Prisma.empty;
  return listRows(tx, tribeRow)`
    SELECT b.id::text AS id, b.code, b.name, b.position, b.version, b.band_low AS "bandLow", b.band_high AS "bandHigh",
      q.state, q.committed_at AS "committedAt", p.name AS "committedBy"
    FROM tribe b LEFT JOIN tribe_quarter q ON q.tribe_id = b.id AND q.quarter = ${quarter}
    LEFT JOIN person p ON p.id = q.committed_by_id
    WHERE (b.archived_at IS NULL OR q.id IS NOT NULL) ${only} ORDER BY b.position`;
}

function readTeams(tx: Asks, quarter: Quarter, day: string) {
  return listRows(tx, laneRow)`
    SELECT t.id::text AS "teamId", coalesce(was.tribe_id, t.tribe_id)::text AS "tribeId", coalesce(was.name, t.name) AS name,
      t.band_low AS "bandLow", t.band_high AS "bandHigh", t.version AS "teamVersion",
      c.half_months AS "capacityHalfMonths", coalesce(c.reserve_half_months, 0) AS "reserveHalfMonths",
      coalesce(c.version, 0) AS "capacityVersion"
    FROM team t
    LEFT JOIN team_period was ON was.team_id = t.id AND ${holdsOn("was", day)}
    LEFT JOIN capacity c ON c.team_id = t.id AND c.quarter = ${quarter}
    WHERE t.archived_at IS NULL
      OR EXISTS (SELECT FROM roadmap_item r WHERE r.team_id = t.id AND r.quarter = ${quarter})
    ORDER BY t.position, t.name`;
}

function readCards(tx: Asks, quarter: Quarter) {
  return listRows(tx, cardRow)`
    SELECT r.id::text AS id, r.team_id::text AS "teamId", i.id::text AS "initiativeId", i.number, i.title, i.kind, i.origin,
      r.effort_half_months AS "itemEffort", r.version, i.reach, i.impact_hundredths AS "impactHundredths",
      i.confidence_hundredths AS "confidenceHundredths", i.effort_half_months AS "effortHalfMonths", ${epicColumn}
    FROM roadmap_item r JOIN initiative i ON i.id = r.initiative_id ${epicJoin}
    WHERE r.quarter = ${quarter} ORDER BY r.team_id, r.position, r.id`;
}

function asCard(row: CardRow): Card {
  const { id, initiativeId, number, title, kind, origin, version, epic } = row;
  const score = writtenScore(row);
  return {
    id,
    initiativeId,
    number,
    title,
    kind,
    origin,
    score,
    effortHalfMonths: row.itemEffort,
    version,
    epic,
  };
}

function asBand({ bandLow, bandHigh }: Pick<LaneRow, "bandLow" | "bandHigh">) {
  return bandLow === null || bandHigh === null ? null : { low: bandLow, high: bandHigh };
}

/** Today where the quarter holds it, else the quarter's nearest day. */
function dayWithin(quarter: Quarter, at: Moment): string {
  const { first, after } = quarterBounds(quarter);
  const today = todayOf(at);
  if (today < first) return first;
  if (today < after) return today;
  return new Date(Date.parse(after) - 86_400_000).toISOString().slice(0, 10);
}
