import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise, can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { type Factor, factors } from "#lib/initiatives/rice.ts";
import { riceShape, unplanned } from "#lib/initiatives/rice-shape.ts";
import { kinds, origins } from "#lib/initiatives/schema.ts";
import { type Step, scoreHistory } from "#lib/initiatives/score-history.ts";
import { type ServedKeyResult, servedKeyResult } from "#lib/initiatives/views.ts";
import { findRow, listRows } from "#lib/sql/rows.ts";

const initiativeShape = riceShape.extend({
  id: z.guid(),
  number: z.number(),
  title: z.string(),
  problem: z.string(),
  kind: z.enum(kinds),
  origin: z.enum(origins),
  originReason: z.string().nullable(),
  epicKey: z.string().nullable(),
  version: z.number(),
  isArchived: z.boolean(),
  teamId: z.guid(),
  team: z.string(),
  tribeId: z.guid(),
  tribeCode: z.string(),
  tribeName: z.string(),
  tribePosition: z.number(),
  themes: z.array(z.object({ id: z.guid(), title: z.string() })),
});
export type Initiative = z.output<typeof initiativeShape>;

export async function findInitiative(viewer: Actor, number: number): Promise<Initiative | null> {
  authorise(viewer, "initiative:read");
  const found = await findRow(db(), initiativeShape)`
    SELECT i.id::text AS id, i.number, i.title, i.problem, i.kind, i.origin, i.origin_reason AS "originReason",
      i.epic_key AS "epicKey", i.version, i.archived_at IS NOT NULL AS "isArchived", i.reach,
      i.impact_hundredths AS "impactHundredths", i.confidence_hundredths AS "confidenceHundredths",
      i.effort_half_months AS "effortHalfMonths", t.id::text AS "teamId", t.name AS team, b.id::text AS "tribeId",
      b.code AS "tribeCode", b.name AS "tribeName", b.position AS "tribePosition",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', th.id, 'title', th.title) ORDER BY th.title), '[]')
        FROM initiative_theme it JOIN theme th ON th.id = it.theme_id WHERE it.initiative_id = i.id) AS themes
    FROM initiative i JOIN team t ON t.id = i.team_id JOIN tribe b ON b.id = t.tribe_id
    WHERE i.number = ${number}`;
  if (!found || can(viewer, "plan:read")) return found;
  return { ...found, ...unplanned, originReason: null, epicKey: null };
}

export type FactorVersion = Step<{
  id: string;
  factor: Factor;
  value: number | null;
  reason: string | null;
  setBy: string | null;
  setAt: Date;
}>;

const versionRow = z.object({
  id: z.guid(),
  factor: z.enum(factors),
  value: z.number().nullable(),
  reason: z.string().nullable(),
  setBy: z.string().nullable(),
  setAt: z.date(),
});

/** Every value ever given to its factors, oldest first, with the score it led to. */
export async function listFactorVersions(
  viewer: Actor,
  initiativeId: string,
): Promise<FactorVersion[]> {
  authorise(viewer, "plan:read");
  const rows = await listRows(db(), versionRow)`
    SELECT v.id::text AS id, v.factor, v.value, v.reason, p.name AS "setBy", v.set_at AS "setAt"
    FROM rice_version v LEFT JOIN person p ON p.id = v.set_by_id
    WHERE v.initiative_id = ${initiativeId}::uuid ORDER BY v.set_at, v.id`;
  return scoreHistory(rows);
}

/** The key results it serves: company's and departments', never anybody's own. */
export function listServedKeyResults(
  viewer: Actor,
  initiativeId: string,
): Promise<ServedKeyResult[]> {
  authorise(viewer, "okr:read");
  return listRows(db(), servedKeyResult)`
    SELECT k.id::text AS id, coalesce(k.title, o.title) AS title, o.title AS objective, o.level, o.quarter,
      coalesce(b.name, d.name, o.craft) AS owner
    FROM initiative_key_result l JOIN key_result k ON k.id = l.key_result_id JOIN objective o ON o.id = k.objective_id
    LEFT JOIN tribe b ON b.id = o.tribe_id LEFT JOIN department d ON d.id = o.department_id
    WHERE l.initiative_id = ${initiativeId}::uuid AND k.archived_at IS NULL AND o.archived_at IS NULL
      AND o.level <> 'individual'
    ORDER BY o.quarter DESC, o.level, o.position, k.position`;
}

/** What an initiative may serve in a quarter: every open key result that everybody sees. */
export function listKeyResultsToServe(viewer: Actor, quarter: string): Promise<ServedKeyResult[]> {
  authorise(viewer, "okr:read");
  return listRows(db(), servedKeyResult)`
    SELECT k.id::text AS id, coalesce(k.title, o.title) AS title, o.title AS objective, o.level, o.quarter,
      coalesce(b.name, d.name, o.craft) AS owner
    FROM key_result k JOIN objective o ON o.id = k.objective_id
    LEFT JOIN tribe b ON b.id = o.tribe_id LEFT JOIN department d ON d.id = o.department_id
    WHERE o.quarter = ${quarter} AND k.archived_at IS NULL AND o.archived_at IS NULL AND o.level <> 'individual'
    ORDER BY o.level, b.position, d.name, o.craft, o.position, k.position`;
}

const teamChoice = z.object({
  id: z.guid(),
  name: z.string(),
  tribeId: z.guid(),
  tribeName: z.string(),
  tribeCode: z.string(),
});
export type TeamChoice = z.output<typeof teamChoice>;

/** Teams that may take an initiative, in the company's order. */
export function listTeamChoices(viewer: Actor): Promise<TeamChoice[]> {
  authorise(viewer, "initiative:read");
  return listRows(db(), teamChoice)`
    SELECT t.id::text AS id, t.name, b.id::text AS "tribeId", b.name AS "tribeName", b.code AS "tribeCode"
    FROM team t JOIN tribe b ON b.id = t.tribe_id WHERE t.archived_at IS NULL AND b.archived_at IS NULL
    ORDER BY b.position, t.position`;
}

export type ThemeForInitiative = {
  id: string;
  title: string;
  description: string;
  teamId: string | null;
};

/** The themes that a new initiative starts from. */
export function listThemesFor(
  viewer: Actor,
  ids: readonly string[],
): Promise<ThemeForInitiative[]> {
  authorise(viewer, "initiative:edit");
  return db().theme.findMany({
    where: { id: { in: [...ids] }, archivedAt: null },
    select: { id: true, title: true, description: true, teamId: true },
    orderBy: { title: "asc" },
  });
}
