import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { maySeeRevenue } from "#lib/customers/reads/revenue.ts";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import {
  currentQuarter,
  type Moment,
  type Quarter,
  quarterBounds,
  shiftQuarter,
} from "#lib/quarter.ts";
import { listRows } from "#lib/sql/rows.ts";
import { hanging, insightsOfThemes } from "#lib/sql/whole-insights.ts";
import { likeText } from "#lib/text.ts";
import { themeNumberOf } from "#lib/themes/number.ts";
import type { ThemeFilters } from "#lib/themes/schema.ts";
import { type ThemeChoice, themeChoice } from "#lib/themes/views.ts";

const themeRow = z.object({
  id: z.guid(),
  number: z.number(),
  title: z.string(),
  tribeCode: z.string(),
  tribeName: z.string(),
  tribePosition: z.number(),
  teamId: z.guid().nullable(),
  team: z.string().nullable(),
  /** What the list of its insights shows: what was merged counts as the one that stands, once. */
  insights: z.number(),
  /** Distinct organisations that spoke through them. */
  customers: z.number(),
  /** Cents a year of those that are customers; null when not for this viewer. */
  revenueCents: z.number().nullable(),
  /** Cents that the prospects among them are worth; null when not for this viewer. */
  atStakeCents: z.number().nullable(),
  initiatives: z.number(),
  /** How many said it in a quarter, by its first day. */
  said: z.record(z.string(), z.number()).nullable(),
});

export type ThemeRow = Omit<z.output<typeof themeRow>, "said"> & {
  /** How many said it in each of the last quarters, oldest first. */
  trend: { quarter: Quarter; count: number }[];
};

const TREND_QUARTERS = 6;
const MOST_ROWS = 500;

/** Themes that are not archived, by Tribe and team in the company's order; the most asked for first. */
export async function listThemes(
  viewer: Actor,
  filters: ThemeFilters,
  at: Moment,
): Promise<ThemeRow[]> {
  authorise(viewer, "theme:read");
  const where = Prisma.sql`h.archived_at IS NULL
    ${filters.tribe ? Prisma.sql`AND b.code = ${filters.tribe}` : Prisma.empty}
    ${filters.team ? Prisma.sql`AND h.team_id = ${filters.team}::uuid` : Prisma.empty}`;
  return readThemes(viewer, where, at);
}

/** The same of one theme, archived or not; null when there is none. */
export async function findThemeRow(
  viewer: Actor,
  id: string,
  at: Moment,
): Promise<ThemeRow | null> {
  authorise(viewer, "theme:read");
  const [row] = await readThemes(viewer, Prisma.sql`h.id = ${id}::uuid`, at);
  return row ?? null;
}

async function readThemes(viewer: Actor, where: Prisma.Sql, at: Moment): Promise<ThemeRow[]> {
  const current = currentQuarter(at);
  const quarters = Array.from({ length: TREND_QUARTERS }, (_, index) =>
    shiftQuarter(current, index - TREND_QUARTERS + 1),
  );
  const withRevenue = await maySeeRevenue(viewer);
  const rows = await listRows(db(), themeRow)`
    WITH shown AS MATERIALIZED (SELECT h.id FROM theme h JOIN tribe b ON b.id = h.tribe_id WHERE ${where}),
    behind AS MATERIALIZED (${insightsOfThemes(Prisma.sql`SELECT id FROM shown`)}),
    counted AS (SELECT theme_id, count(*)::int AS insights FROM behind GROUP BY theme_id),
    asking AS (
      SELECT theme_id, count(*)::int AS customers,
        sum(o.revenue_cents) FILTER (WHERE o.state = 'customer') AS revenue,
        sum(o.at_stake_cents) FILTER (WHERE o.state = 'prospect') AS stake
      FROM (SELECT DISTINCT theme_id, l.organisation_id FROM ${hanging("insight_organisation")}
        JOIN behind ON behind.insight_id = m.root_id) AS pairs
      JOIN organisation o ON o.id = pairs.organisation_id GROUP BY theme_id
    ),
    said AS (
      SELECT theme_id, jsonb_object_agg(first_day, count) AS said FROM (
        SELECT theme_id, count(*)::int AS count,
          to_char(date_trunc('quarter', i.said_at AT TIME ZONE ${at.timeZone}), 'YYYY-MM-DD') AS first_day
        FROM behind JOIN insight i ON i.id = behind.insight_id GROUP BY 1, 3) AS by_quarter
      GROUP BY theme_id
    )
    SELECT h.id::text AS id, h.number, h.title, b.code AS "tribeCode", b.name AS "tribeName", b.position AS "tribePosition",
      t.id::text AS "teamId", t.name AS team, coalesce(counted.insights, 0) AS insights,
      coalesce(asking.customers, 0) AS customers,
      CASE WHEN ${withRevenue} THEN coalesce(asking.revenue, 0)::float8 END AS "revenueCents",
      CASE WHEN ${withRevenue} THEN coalesce(asking.stake, 0)::float8 END AS "atStakeCents", said.said,
      (SELECT count(*)::int FROM initiative_theme it JOIN initiative i ON i.id = it.initiative_id
        WHERE it.theme_id = h.id AND i.archived_at IS NULL) AS initiatives
    FROM shown JOIN theme h ON h.id = shown.id JOIN tribe b ON b.id = h.tribe_id LEFT JOIN team t ON t.id = h.team_id
    LEFT JOIN counted ON counted.theme_id = h.id LEFT JOIN asking ON asking.theme_id = h.id
    LEFT JOIN said ON said.theme_id = h.id
    ORDER BY b.position, t.position NULLS LAST, t.id, customers DESC, insights DESC, h.id LIMIT ${MOST_ROWS}`;
  return rows.map(({ said, ...row }) => ({
    ...row,
    trend: quarters.map((quarter) => ({
      quarter,
      count: said?.[quarterBounds(quarter).first] ?? 0,
    })),
  }));
}

/** The theme of that number (THE-12, or 12), and those whose title holds every word of `text`; the most used first. */
export async function listThemeChoices(
  viewer: Actor,
  text: string,
  limit = 8,
): Promise<ThemeChoice[]> {
  authorise(viewer, "theme:read");
  const words = text.trim().split(/\s+/).filter(Boolean).slice(0, 10);
  const holds = words.map((word) => {
    const pattern = `%${likeText(word)}%`;
    return Prisma.sql`unaccented(lower(h.title)) LIKE unaccented(lower(${pattern}))`;
  });
  const number = themeNumberOf(text);
  const titled = holds.length > 0 ? Prisma.join(holds, " AND ") : Prisma.sql`true`;
  return listRows(db(), themeChoice)`
    SELECT h.id::text AS id, h.number, h.title, b.code AS "tribeCode", b.name AS "tribeName", b.position AS "tribePosition",
      t.name AS team, coalesce(h.team_id = ANY (${teamsOf(viewer)}::uuid[]), false) AS "isMine", (SELECT count(DISTINCT m.root_id)::int FROM ${hanging("theme_insight")}
        WHERE l.theme_id = h.id) AS insights
    FROM theme h JOIN tribe b ON b.id = h.tribe_id LEFT JOIN team t ON t.id = h.team_id
    WHERE h.archived_at IS NULL AND (${titled} OR h.number = ${number}::int)
    ORDER BY h.number IS NOT DISTINCT FROM ${number}::int DESC, "isMine" DESC, insights DESC, h.id DESC LIMIT ${limit}`;
}

const teamsOf = (viewer: Actor): string[] =>
  viewer.kind === "person" ? viewer.hats.flatMap(({ teamId }) => teamId ?? []) : [];
