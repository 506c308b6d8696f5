import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { maySeeRevenue } from "#lib/customers/reads/revenue.ts";
import { organisationStates } from "#lib/customers/schema.ts";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { answers, insightKinds } from "#lib/insights/kinds.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { findRow, listRows } from "#lib/sql/rows.ts";
import { voicesBehind } from "#lib/themes/reads/voices-behind.ts";

const themeShape = z.object({
  id: z.guid(),
  title: z.string(),
  description: z.string(),
  tribeId: z.guid(),
  teamId: z.guid().nullable(),
  version: z.number(),
  archivedAt: z.date().nullable(),
  createdBy: z.string().nullable(),
});
export type Theme = z.output<typeof themeShape>;

export async function findTheme(viewer: Actor, id: string): Promise<Theme | null> {
  authorise(viewer, "theme:read");
  return findRow(db(), themeShape)`
    SELECT h.id::text AS id, h.title, h.description, h.tribe_id::text AS "tribeId", h.team_id::text AS "teamId",
      h.version, h.archived_at AS "archivedAt", p.name AS "createdBy"
    FROM theme h LEFT JOIN person p ON p.id = h.created_by_id WHERE h.id = ${id}::uuid`;
}

const themeVoice = z.object({
  insightNumber: z.number(),
  words: z.string(),
  language: z.string().nullable(),
  organisation: z.string().nullable(),
  organisationState: z.enum(organisationStates).nullable(),
  requester: z.string().nullable(),
  saidAt: z.date(),
});
export type ThemeVoice = z.output<typeof themeVoice>;

const MOST_WORDS = 420;

/** What customers said: one for each, the newest of each, the largest customer first; then what nobody is named for. */
export function listThemeVoices(viewer: Actor, themeId: string, limit = 12): Promise<ThemeVoice[]> {
  authorise(viewer, "theme:read");
  return listRows(db(), themeVoice)`
    WITH said AS (
      SELECT DISTINCT ON (coalesce(o.id, s.id)) s.id, s.number, s.language, s.said_at, o.name AS organisation, o.state,
        coalesce(nullif(btrim(s.body), ''), s.title, '') AS words, coalesce(o.revenue_cents, o.at_stake_cents, 0) AS size
      FROM (${voicesBehind(Prisma.sql`${themeId}::uuid`)}) AS behind JOIN insight s ON s.id = behind.insight_id
      LEFT JOIN insight_organisation io ON io.insight_id = s.id LEFT JOIN organisation o ON o.id = io.organisation_id
      ORDER BY coalesce(o.id, s.id), s.said_at DESC
    )
    SELECT number AS "insightNumber", left(words, ${MOST_WORDS}) || CASE WHEN length(words) > ${MOST_WORDS} THEN '…' ELSE '' END AS words,
      language, organisation, state AS "organisationState", said_at AS "saidAt",
      (SELECT min(r.name) FROM insight_requester l JOIN requester r ON r.id = l.requester_id
        WHERE l.insight_id = said.id AND r.erased_at IS NULL) AS requester
    FROM said ORDER BY organisation IS NULL, size DESC, said_at DESC LIMIT ${limit}`;
}

const themeCustomer = z.object({
  id: z.guid(),
  name: z.string(),
  state: z.enum(organisationStates),
  segment: z.string().nullable(),
  insights: z.number(),
  revenueCents: z.number().nullable(),
  atStakeCents: z.number().nullable(),
});
export type ThemeCustomer = z.output<typeof themeCustomer>;

/** Who asked, the largest first; their money only for those who may see it. */
export async function listThemeCustomers(viewer: Actor, themeId: string): Promise<ThemeCustomer[]> {
  authorise(viewer, "theme:read");
  const withRevenue = await maySeeRevenue(viewer);
  return listRows(db(), themeCustomer)`
    SELECT o.id::text AS id, o.name, o.state, o.segment, count(*)::int AS insights,
      CASE WHEN ${withRevenue} THEN o.revenue_cents::float8 END AS "revenueCents",
      CASE WHEN ${withRevenue} THEN o.at_stake_cents::float8 END AS "atStakeCents"
    FROM (${voicesBehind(Prisma.sql`${themeId}::uuid`)}) AS behind
    JOIN insight_organisation io ON io.insight_id = behind.insight_id JOIN organisation o ON o.id = io.organisation_id
    GROUP BY o.id ORDER BY CASE WHEN ${withRevenue} THEN coalesce(o.revenue_cents, o.at_stake_cents, 0) ELSE 0 END DESC,
      count(*) DESC, o.name LIMIT 200`;
}

const themeInsight = z.object({
  id: z.guid(),
  number: z.number(),
  title: z.string().nullable(),
  excerpt: z.string(),
  kind: z.enum(insightKinds),
  answer: z.enum(answers).nullable(),
  customer: z.string().nullable(),
  saidAt: z.date(),
});
export type ThemeInsight = z.output<typeof themeInsight>;

/** Its insights, newest first; those merged away are reached through the one they were merged into. */
export function listThemeInsights(
  viewer: Actor,
  themeId: string,
  limit = 100,
): Promise<ThemeInsight[]> {
  authorise(viewer, "theme:read");
  return listRows(db(), themeInsight)`
    SELECT i.id::text AS id, i.number, i.title, left(i.body, 160) AS excerpt, i.kind, i.answer, i.said_at AS "saidAt",
      (SELECT min(o.name) FROM insight_organisation l JOIN organisation o ON o.id = l.organisation_id
        WHERE l.insight_id = i.id) AS customer
    FROM theme_insight ti JOIN insight i ON i.id = ti.insight_id
    WHERE ti.theme_id = ${themeId}::uuid AND i.merged_into_id IS NULL
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
