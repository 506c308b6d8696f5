import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { answers, insightKinds } from "#lib/insights/kinds.ts";
import { findWhoAsked, type WhoAsked } from "#lib/insights/reads/behind.ts";
import { named, onlyId } from "#lib/sql/columns.ts";
import { findRow, listRows } from "#lib/sql/rows.ts";
import { hanging, insightsOfThemes, whole } from "#lib/sql/whole-insights.ts";
import { themeNumberOf } from "#lib/themes/number.ts";

const themeShape = z.object({
  id: z.guid(),
  number: z.number(),
  title: z.string(),
  description: z.string(),
  tribeId: z.guid(),
  teamId: z.guid().nullable(),
  version: z.number(),
  archivedAt: z.date().nullable(),
  createdBy: z.string().nullable(),
  /** How many of its insights nobody answered. */
  open: z.number(),
});
export type Theme = z.output<typeof themeShape>;

export async function findTheme(viewer: Actor, id: string): Promise<Theme | null> {
  authorise(viewer, "theme:read");
  return findRow(db(), themeShape)`
    SELECT h.id::text AS id, h.number, h.title, h.description, h.tribe_id::text AS "tribeId", h.team_id::text AS "teamId",
      h.version, h.archived_at AS "archivedAt", p.name AS "createdBy", (SELECT count(*)::int FROM insight i
        WHERE i.answer IS NULL AND i.id IN (SELECT m.root_id FROM ${hanging("theme_insight")} WHERE l.theme_id = h.id)) AS open
    FROM theme h LEFT JOIN person p ON p.id = h.created_by_id WHERE h.id = ${id}::uuid`;
}

/** The id behind "THE-12", "12" or an id itself, as addresses say it; null when nothing bears it. */
export async function findThemeId(viewer: Actor, address: string): Promise<string | null> {
  authorise(viewer, "theme:read");
  if (z.uuid().safeParse(address).success) return address;
  const number = themeNumberOf(address);
  if (number === null) return null;
  const theme = await findRow(db(), onlyId)`
    SELECT id::text AS id FROM theme WHERE number = ${number}`;
  return theme?.id ?? null;
}

/** Who said it, each customer once, in their own words. */
export function findWhoAskedForTheme(viewer: Actor, themeId: string): Promise<WhoAsked> {
  authorise(viewer, "theme:read");
  return findWhoAsked(
    viewer,
    Prisma.sql`SELECT insight_id FROM (${insightsOfThemes(Prisma.sql`${themeId}::uuid`)}) AS under`,
  );
}

const themeInsight = z.object({
  id: z.guid(),
  number: z.number(),
  title: z.string().nullable(),
  excerpt: z.string(),
  kind: z.enum(insightKinds),
  answer: z.enum(answers).nullable(),
  customer: named.nullable(),
  saidAt: z.date(),
});
export type ThemeInsight = z.output<typeof themeInsight>;

/** Its insights, newest first; what was merged is reached through the one that stands. */
export function listThemeInsights(
  viewer: Actor,
  themeId: string,
  limit = 100,
): Promise<ThemeInsight[]> {
  authorise(viewer, "theme:read");
  return listRows(db(), themeInsight)`
    SELECT i.id::text AS id, i.number, i.title, left(i.body, 160) AS excerpt, i.kind, i.answer, i.said_at AS "saidAt",
      (SELECT json_build_object('id', o.id, 'name', o.name) FROM insight_organisation l
        JOIN organisation o ON o.id = l.organisation_id WHERE l.insight_id IN (${whole})
        ORDER BY o.name, o.id LIMIT 1) AS customer
    FROM (${insightsOfThemes(Prisma.sql`${themeId}::uuid`)}) AS behind JOIN insight i ON i.id = behind.insight_id
    ORDER BY i.said_at DESC, i.id DESC LIMIT ${limit}`;
}

const themeInitiative = z.object({
  number: z.number(),
  title: z.string(),
  team: z.string(),
  quarters: z.array(z.string()),
});
export type ThemeInitiative = z.output<typeof themeInitiative>;

/** What was made of it, the newest first. */
export function listThemeInitiatives(viewer: Actor, themeId: string): Promise<ThemeInitiative[]> {
  authorise(viewer, "theme:read");
  return listRows(db(), themeInitiative)`
    SELECT i.number, i.title, t.name AS team,
      (SELECT coalesce(array_agg(DISTINCT r.quarter ORDER BY r.quarter), '{}') FROM roadmap_item r
        WHERE r.initiative_id = i.id) AS quarters
    FROM initiative_theme it JOIN initiative i ON i.id = it.initiative_id JOIN team t ON t.id = i.team_id
    WHERE it.theme_id = ${themeId}::uuid AND i.archived_at IS NULL ORDER BY i.number DESC`;
}

/** Ids of the rows whose changes are its history: its own, and what was put under it, also what was taken out since. */
export async function listThemeRowIds(viewer: Actor, themeId: string): Promise<string[]> {
  authorise(viewer, "theme:read");
  const rows = await listRows(db(), onlyId)`
    SELECT id::text AS id FROM theme_insight WHERE theme_id = ${themeId}::uuid
    UNION SELECT c.row_id FROM operation op JOIN change c ON c.operation_id = op.id
    WHERE op.name = 'theme.ungrouped' AND op.params->>'themeId' = ${themeId} AND c.table_name = 'theme_insight'`;
  return [themeId, ...rows.map((row) => row.id)];
}
