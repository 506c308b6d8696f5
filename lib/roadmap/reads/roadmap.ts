import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise, can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { isWithinGrace } from "#lib/grace.ts";
import { writtenScore } from "#lib/initiatives/rice.ts";
import { riceShape } from "#lib/initiatives/rice-shape.ts";
import { kinds, type Origin, origins } from "#lib/initiatives/schema.ts";
import type { Moment, Quarter } from "#lib/quarter.ts";
import { byScore, type TrayCard } from "#lib/roadmap/board.ts";
import { refusalToChange } from "#lib/roadmap/may-change.ts";
import { type Picture, pictureSchema } from "#lib/roadmap/picture.ts";
import { isEnding, type PictureReason, pictureReasons, standing } from "#lib/roadmap/promise.ts";
import { epicColumn, epicJoin } from "#lib/roadmap/reads/card-epic.ts";
import { readLanes, type TribeLanes } from "#lib/roadmap/reads/lanes.ts";
import { rollingYear } from "#lib/roadmap/top-down-count.ts";
import { cardEpic } from "#lib/roadmap/views.ts";
import { listRows } from "#lib/sql/rows.ts";

export type RoadmapTribe = Omit<TribeLanes, "committedAt"> & {
  committedAt: string | null;
  /** Why this viewer may not change its lanes; null when they may. */
  refusal: ReturnType<typeof refusalToChange>;
  mayCommit: boolean;
  /** A commitment of this hour may still be withdrawn. */
  mayWithdraw: boolean;
  /** What stands of the promises made: every commitment with its revisions, oldest first. */
  pictures: KeptPicture[];
};

export type KeptPicture = {
  id: string;
  reason: Exclude<PictureReason, "withdraw">;
  /** An instant, ISO. */
  takenAt: string;
  takenBy: string | null;
  /** Why it was published; empty where nobody said. */
  note: string;
  picture: Picture;
};

export type Roadmap = {
  quarter: Quarter;
  /** It has ended or is ending, so that what was committed may be closed. */
  isEnding: boolean;
  tribes: RoadmapTribe[];
  tray: TrayCard[];
  /** Initiatives of the three quarters before, for the company's top-down share. */
  plannedBefore: { initiativeId: string; origin: Origin }[];
  /** The Tribe that the viewer belongs to by hat, or the first. */
  homeTribeId: string | null;
};

/** A quarter's roadmap with all that its gauges are made of. `at` decides which names the teams carry. */
export async function findRoadmap(viewer: Actor, quarter: Quarter, at: Moment): Promise<Roadmap> {
  authorise(viewer, "plan:read");
  const [tribes, tray, plannedBefore, pictures] = await Promise.all([
    readLanes(db(), { quarter, at }),
    readTray(quarter),
    readPlanned(rollingYear(quarter).slice(0, -1)),
    readPictures(quarter),
  ]);
  return {
    quarter,
    isEnding: isEnding(quarter, at),
    tribes: tribes.map((tribe) => ({
      ...tribe,
      committedAt: tribe.committedAt?.toISOString() ?? null,
      refusal: refusalToChange(viewer, { tribeId: tribe.id, state: tribe.state }),
      mayCommit: can(viewer, "roadmap:commit", { tribeId: tribe.id }),
      mayWithdraw:
        tribe.state === "committed" &&
        tribe.committedAt !== null &&
        isWithinGrace(tribe.committedAt, at.now),
      pictures: standing(pictures.get(tribe.id) ?? []),
    })),
    tray,
    plannedBefore,
    homeTribeId: homeTribe(viewer, tribes),
  };
}

const plannedPart = z.object({
  itemId: z.guid(),
  quarter: z.string(),
  teamId: z.guid(),
  team: z.string(),
  effortHalfMonths: z.number(),
  state: z.string(),
});
export type PlannedPart = z.output<typeof plannedPart>;

/** Where an initiative is planned, oldest quarter first. */
export function listPartsOf(viewer: Actor, initiativeId: string): Promise<PlannedPart[]> {
  authorise(viewer, "plan:read");
  return listRows(db(), plannedPart)`
    SELECT r.id::text AS "itemId", r.quarter, t.id::text AS "teamId", t.name AS team,
      r.effort_half_months AS "effortHalfMonths", coalesce(q.state, 'draft') AS state
    FROM roadmap_item r JOIN team t ON t.id = r.team_id
    LEFT JOIN tribe_quarter q ON q.tribe_id = t.tribe_id AND q.quarter = r.quarter
    WHERE r.initiative_id = ${initiativeId}::uuid ORDER BY r.quarter, t.name`;
}

const trayRow = riceShape.extend({
  initiativeId: z.guid(),
  number: z.number(),
  title: z.string(),
  kind: z.enum(kinds),
  origin: z.enum(origins),
  leftHalfMonths: z.number().nullable(),
  teamId: z.guid(),
  team: z.string(),
  tribeId: z.guid(),
  epic: cardEpic.nullable(),
});

/**
 * What is still to place: initiatives not in this quarter whose effort no quarter holds in full; without an effort,
 * those that no quarter holds at all. Best score first.
 */
async function readTray(quarter: Quarter): Promise<TrayCard[]> {
  const rows = await listRows(db(), trayRow)`
    SELECT i.id::text AS "initiativeId", i.number, i.title, i.kind, i.origin, i.reach,
      i.impact_hundredths AS "impactHundredths", i.confidence_hundredths AS "confidenceHundredths",
      i.effort_half_months AS "effortHalfMonths", i.effort_half_months - coalesce(placed.effort, 0)::int AS "leftHalfMonths",
      t.id::text AS "teamId", t.name AS team, t.tribe_id::text AS "tribeId", ${epicColumn}
    FROM initiative i JOIN team t ON t.id = i.team_id ${epicJoin}
    LEFT JOIN (SELECT initiative_id, sum(effort_half_months) AS effort, bool_or(quarter = ${quarter}) AS here
      FROM roadmap_item GROUP BY initiative_id) AS placed ON placed.initiative_id = i.id
    WHERE i.archived_at IS NULL AND NOT coalesce(placed.here, false)
      AND (placed.effort IS NULL OR i.effort_half_months > placed.effort)`;
  return rows
    .map(({ reach, impactHundredths, confidenceHundredths, effortHalfMonths, ...row }) => ({
      ...row,
      score: writtenScore({ reach, impactHundredths, confidenceHundredths, effortHalfMonths }),
    }))
    .toSorted(byScore);
}

const plannedRow = z.object({ initiativeId: z.guid(), origin: z.enum(origins) });

function readPlanned(quarters: readonly Quarter[]) {
  return listRows(db(), plannedRow)`
    SELECT DISTINCT i.id::text AS "initiativeId", i.origin FROM roadmap_item r JOIN initiative i ON i.id = r.initiative_id
    WHERE r.quarter = ANY (${[...quarters]})`;
}

const pictureRow = z.object({
  id: z.guid(),
  tribeId: z.guid(),
  reason: z.enum(pictureReasons),
  takenAt: z.date(),
  takenBy: z.string().nullable(),
  note: z.string(),
  picture: z.unknown(),
});

/** Of each Tribe all pictures, oldest first. */
async function readPictures(quarter: Quarter) {
  const rows = await listRows(db(), pictureRow)`
    SELECT p.id::text AS id, p.tribe_id::text AS "tribeId", p.reason, p.taken_at AS "takenAt", by.name AS "takenBy",
      p.note, p.picture
    FROM roadmap_picture p LEFT JOIN person by ON by.id = p.taken_by_id
    WHERE p.quarter = ${quarter} ORDER BY p.taken_at, p.id`;
  const kept = rows.map(({ tribeId, takenAt, picture, ...row }) => ({
    tribeId,
    kept: { ...row, takenAt: takenAt.toISOString(), picture: pictureSchema.parse(picture) },
  }));
  return new Map(
    [...Map.groupBy(kept, ({ tribeId }) => tribeId)].map(([tribeId, all]) => [
      tribeId,
      all.map(({ kept: one }) => one),
    ]),
  );
}

function homeTribe(viewer: Actor, tribes: readonly TribeLanes[]): string | null {
  const hats = viewer.kind === "person" ? viewer.hats : [];
  const byTeam = (teamId: string | null) =>
    tribes.find((tribe) => tribe.lanes.some((lane) => lane.teamId === teamId))?.id;
  const found = hats.map((hat) => hat.tribeId ?? byTeam(hat.teamId)).find(Boolean);
  return found ?? tribes[0]?.id ?? null;
}
