import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { maySeeRevenue } from "#lib/customers/reads/revenue.ts";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { InsightAnswer, InsightKind } from "#lib/insights/kinds.ts";
import type { InsightCustomer } from "#lib/insights/views.ts";
import { voicesBehind } from "#lib/themes/reads/voices-behind.ts";

export type Theme = {
  id: string;
  title: string;
  description: string;
  tribeId: string;
  teamId: string | null;
  version: number;
  archivedAt: Date | null;
  createdBy: string | null;
};

export async function findTheme(viewer: Actor, id: string): Promise<Theme | null> {
  authorise(viewer, "theme:read");
  const rows = await db().$queryRaw<Theme[]>`
    SELECT h.id::text AS id, h.title, h.description, h.tribe_id::text AS "tribeId", h.team_id::text AS "teamId",
      h.version, h.archived_at AS "archivedAt", p.name AS "createdBy"
    FROM theme h LEFT JOIN person p ON p.id = h.created_by_id WHERE h.id = ${id}::uuid`;
  return rows[0] ?? null;
}

export type ThemeVoice = {
  insightNumber: number;
  words: string;
  language: string | null;
  organisation: string | null;
  organisationState: InsightCustomer["state"] | null;
  requester: string | null;
  saidAt: Date;
};

const MOST_WORDS = 420;

/** What customers said: one for each, the newest of each, the largest customer first; then what nobody is named for. */
export function listThemeVoices(viewer: Actor, themeId: string, limit = 12): Promise<ThemeVoice[]> {
  authorise(viewer, "theme:read");
  return db().$queryRaw<ThemeVoice[]>`
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

export type ThemeCustomer = {
  id: string;
  name: string;
  state: InsightCustomer["state"];
  segment: string | null;
  insights: number;
  revenueCents: number | null;
  atStakeCents: number | null;
};

/** Who asked, the largest first; their money only for those who may see it. */
export async function listThemeCustomers(viewer: Actor, themeId: string): Promise<ThemeCustomer[]> {
  authorise(viewer, "theme:read");
  const withRevenue = await maySeeRevenue(viewer);
  return db().$queryRaw<ThemeCustomer[]>`
    SELECT o.id::text AS id, o.name, o.state, o.segment, count(*)::int AS insights,
      CASE WHEN ${withRevenue} THEN o.revenue_cents::float8 END AS "revenueCents",
      CASE WHEN ${withRevenue} THEN o.at_stake_cents::float8 END AS "atStakeCents"
    FROM (${voicesBehind(Prisma.sql`${themeId}::uuid`)}) AS behind
    JOIN insight_organisation io ON io.insight_id = behind.insight_id JOIN organisation o ON o.id = io.organisation_id
    GROUP BY o.id ORDER BY CASE WHEN ${withRevenue} THEN coalesce(o.revenue_cents, o.at_stake_cents, 0) ELSE 0 END DESC,
      count(*) DESC, o.name LIMIT 200`;
}

export type ThemeInsight = {
  id: string;
  number: number;
  title: string | null;
  excerpt: string;
  kind: InsightKind;
  answer: InsightAnswer | null;
  customer: string | null;
  saidAt: Date;
};

/** Its insights, newest first; those merged away are reached through the one they were merged into. */
export function listThemeInsights(
  viewer: Actor,
  themeId: string,
  limit = 100,
): Promise<ThemeInsight[]> {
  authorise(viewer, "theme:read");
  return db().$queryRaw<ThemeInsight[]>`
    SELECT i.id::text AS id, i.number, i.title, left(i.body, 160) AS excerpt, i.kind, i.answer, i.said_at AS "saidAt",
      (SELECT min(o.name) FROM insight_organisation l JOIN organisation o ON o.id = l.organisation_id
        WHERE l.insight_id = i.id) AS customer
    FROM theme_insight ti JOIN insight i ON i.id = ti.insight_id
    WHERE ti.theme_id = ${themeId}::uuid AND i.merged_into_id IS NULL
    ORDER BY i.said_at DESC, i.id DESC LIMIT ${limit}`;
}

export type ThemeInitiative = { number: number; title: string; team: string; quarters: string[] };

/** What was made of it, the newest first. */
export function listThemeInitiatives(viewer: Actor, themeId: string): Promise<ThemeInitiative[]> {
  authorise(viewer, "theme:read");
  return db().$queryRaw<ThemeInitiative[]>`
    SELECT i.number, i.title, t.name AS team,
      (SELECT coalesce(array_agg(DISTINCT r.quarter ORDER BY r.quarter), '{}') FROM roadmap_item r
        WHERE r.initiative_id = i.id) AS quarters
    FROM initiative_theme it JOIN initiative i ON i.id = it.initiative_id JOIN team t ON t.id = i.team_id
    WHERE it.theme_id = ${themeId}::uuid AND i.archived_at IS NULL ORDER BY i.number DESC`;
}

/** Ids of the rows whose changes are its history: its own, and what was put under it, also what was taken out since. */
export async function listThemeRowIds(viewer: Actor, themeId: string): Promise<string[]> {
  authorise(viewer, "theme:read");
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM theme_insight WHERE theme_id = ${themeId}::uuid
    UNION SELECT c.row_id FROM operation op JOIN change c ON c.operation_id = op.id
    WHERE op.name = 'theme.ungrouped' AND op.params->>'themeId' = ${themeId} AND c.table_name = 'theme_insight'`;
  return [themeId, ...rows.map((row) => row.id)];
}
