import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { everyoneBelow, objectiveIsVisible, seesOthersOkrs } from "#lib/auth/reads/privacy.ts";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { type ObjectiveRow, objectiveRow, servingInitiative } from "#lib/okrs/views.ts";
import type { Quarter } from "#lib/quarter.ts";
import { findRow, listRows } from "#lib/sql/rows.ts";
import { stands } from "#lib/sql/standing-check-in.ts";

/** A quarter's objectives that the viewer may see, with their key results, in the order they were set. */
export async function listObjectives(viewer: Actor, quarter: Quarter): Promise<ObjectiveRow[]> {
  return listRows(db(), objectiveRow)`
    SELECT o.id::text AS id, o.title, o.level, o.commitment, o.parent_id::text AS "parentId",
      o.is_shared AS "isShared", o.version, o.craft,
      CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('id', d.id, 'name', d.name) END AS department,
      CASE WHEN t.id IS NOT NULL THEN
        jsonb_build_object('id', t.id, 'code', t.code, 'name', t.name, 'position', t.position) END AS tribe,
      CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'name', p.name) END AS owner,
      coalesce(kr.rows, '[]'::jsonb) AS "keyResults"
    FROM objective o
    LEFT JOIN department d ON d.id = o.department_id
    LEFT JOIN tribe t ON t.id = o.tribe_id
    LEFT JOIN person p ON p.id = o.owner_id
    LEFT JOIN LATERAL (${keyResultsOfObjective}) AS kr ON true
    WHERE o.quarter = ${quarter} AND o.archived_at IS NULL AND ${objectiveIsVisible(viewer)}
    ORDER BY CASE o.level WHEN 'company' THEN 0 WHEN 'department' THEN 1 ELSE 2 END, o.position, o.id`;
}

const keyResultsOfObjective = Prisma.sql`
  SELECT jsonb_agg(jsonb_build_object('id', k.id, 'title', k.title, 'direction', k.direction, 'start', k.start,
      'target', k.target, 'unit', k.unit, 'version', k.version, 'values', coalesce(c.values, '[]'::jsonb),
      'lastCheckIn', c.last, 'servedBy', coalesce(s.rows, '[]'::jsonb)) ORDER BY k.position, k.id) AS rows
  FROM key_result k
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(c.value ORDER BY c.at, c.id) AS values,
      (array_agg(jsonb_build_object('id', c.id, 'at', c.at, 'confidence', c.confidence, 'note', c.note)
        ORDER BY c.at DESC, c.id DESC))[1] AS last
    FROM check_in c WHERE c.key_result_id = k.id AND ${stands}
  ) AS c ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('id', i.id, 'number', i.number, 'title', i.title, 'team', team.name)
      ORDER BY i.number) AS rows
    FROM initiative_key_result l
    JOIN initiative i ON i.id = l.initiative_id AND i.archived_at IS NULL
    JOIN team ON team.id = i.team_id
    WHERE l.key_result_id = k.id
  ) AS s ON true
  WHERE k.objective_id = o.id AND k.archived_at IS NULL`;

const plannedInitiative = servingInitiative.extend({
  tribe: z.object({ code: z.string(), name: z.string(), position: z.number() }),
  kind: z.string(),
});
export type PlannedInitiative = z.output<typeof plannedInitiative>;

/** The other gap: what the quarter's roadmap holds and no company or department key result of that quarter needs. */
export async function listInitiativesServingNothing(
  viewer: Actor,
  quarter: Quarter,
): Promise<PlannedInitiative[]> {
  if (!can(viewer, "plan:read")) return [];
  return listRows(db(), plannedInitiative)`
    SELECT i.id::text AS id, i.number, i.title, i.kind, team.name AS team,
      jsonb_build_object('code', t.code, 'name', t.name, 'position', t.position) AS tribe
    FROM initiative i JOIN team ON team.id = i.team_id JOIN tribe t ON t.id = team.tribe_id
    WHERE i.archived_at IS NULL
      AND EXISTS (SELECT FROM roadmap_item r WHERE r.initiative_id = i.id AND r.quarter = ${quarter})
      AND NOT EXISTS (
        SELECT FROM initiative_key_result l
        JOIN key_result k ON k.id = l.key_result_id AND k.archived_at IS NULL
        JOIN objective o ON o.id = k.objective_id AND o.archived_at IS NULL
        WHERE l.initiative_id = i.id AND o.quarter = ${quarter} AND o.level <> 'individual')
    ORDER BY t.position, i.number`;
}

const reportsSet = z.object({ set: z.number(), all: z.number() });
export type ReportsSet = z.output<typeof reportsSet>;

/**
 * Of the people below the viewer, how many have set an individual objective for the quarter; null for whoever has
 * nobody below, and for Product Ops.
 */
export async function countReportsSet(viewer: Actor, quarter: Quarter): Promise<ReportsSet | null> {
  if (!seesOthersOkrs(viewer)) return null;
  const counted = await findRow(db(), reportsSet)`
    SELECT count(*)::int AS all, count(*) FILTER (WHERE EXISTS (
      SELECT FROM objective o WHERE o.owner_id = p.id AND o.level = 'individual' AND o.quarter = ${quarter}
        AND o.archived_at IS NULL))::int AS set
    FROM person p
    WHERE p.deactivated_at IS NULL AND p.id IN ${everyoneBelow(viewer)}`;
  return counted && counted.all > 0 ? counted : null;
}

export type OwnerChoices = {
  departments: { id: string; name: string }[];
  tribes: { id: string; code: string; name: string; position: number }[];
};

/** Who may have objectives, for the form. */
export async function listOwnerChoices(_viewer: Actor): Promise<OwnerChoices> {
  const [departments, tribes] = await Promise.all([
    db().department.findMany({
      where: { archivedAt: null },
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    }),
    db().tribe.findMany({
      where: { archivedAt: null },
      orderBy: { position: "asc" },
      select: { id: true, code: true, name: true, position: true },
    }),
  ]);
  return { departments, tribes };
}
