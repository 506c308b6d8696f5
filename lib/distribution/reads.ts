import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise, can } from "#lib/auth/policy.ts";
import { maySeeRevenue } from "#lib/customers/reads/revenue.ts";
import { db } from "#lib/db.ts";
import { isOver } from "#lib/distribution/rules.ts";
import type { Distribution, DistributionTeam, ShareableInsight } from "#lib/distribution/views.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { insightKinds } from "#lib/insights/kinds.ts";
import { type Moment, type Quarter, todayOf } from "#lib/quarter.ts";
import { instant, onlyCount, quarter } from "#lib/sql/columns.ts";
import { holdsOn } from "#lib/sql/dated.ts";
import type { Shape } from "#lib/sql/known.ts";
import { listRows, oneRow } from "#lib/sql/rows.ts";
import { hanging, isInPool, whole } from "#lib/sql/whole-insights.ts";

/** No Tribe decides on more in one sitting. */
const AT_MOST = 2000;

/**
 * A Tribe's pool and its teams for a quarter. Without a code: the Tribe that the viewer belongs to, or the first.
 * @returns null when there is no such Tribe
 */
export async function findDistribution(
  viewer: Actor,
  quarter: Quarter,
  code: string | undefined,
  at: Moment,
): Promise<Distribution | null> {
  authorise(viewer, "insight:list");
  const tribes = await listTribes();
  const tribe = code ? tribes.find((one) => one.code === code) : homeTribe(viewer, tribes);
  if (!tribe) return null;
  const isPast = isOver(quarter, at);
  const [teams, insights] = await Promise.all([
    listTeams(tribe.id, quarter, at),
    listInsights(tribe.id, quarter, !isPast),
  ]);
  const shown = insights.slice(0, AT_MOST);
  const { id, name, position } = tribe;
  return {
    quarter,
    tribe: { id, code: tribe.code, name, position },
    tribes: tribes.map((one) => ({ code: one.code, name: one.name, position: one.position })),
    teams,
    insights: shown,
    isCut: insights.length > AT_MOST,
    money: (await maySeeRevenue(viewer)) ? await moneyOf(shown) : {},
    mayShareOut: can(viewer, "insight:share-out", { tribeId: tribe.id }),
    ownTeamId: ownTeam(viewer, teams),
    isOver: isPast,
  };
}

/** How many wait in the pool of that quarter: what findDistribution shows at its left. */
export async function countPool(viewer: Actor, tribeId: string, quarter: Quarter): Promise<number> {
  authorise(viewer, "insight:list");
  const { count } = await oneRow(db(), onlyCount)`
    SELECT count(*)::int AS count FROM insight i WHERE ${openSql(tribeId)}
      AND ${isInPool(quarter)}`;
  return count;
}

const openSql = (tribeId: string) =>
  Prisma.sql`i.tribe_id = ${tribeId}::uuid AND i.merged_into_id IS NULL AND i.answer IS NULL`;

type TribeRow = {
  id: string;
  code: string;
  name: string;
  position: number;
  teams: { id: string }[];
};

function listTribes(): Promise<TribeRow[]> {
  return db().tribe.findMany({
    where: { archivedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, code: true, name: true, position: true, teams: { select: { id: true } } },
  });
}

function homeTribe(viewer: Actor, tribes: readonly TribeRow[]): TribeRow | undefined {
  const hats = viewer.kind === "person" ? viewer.hats : [];
  const isHome = ({ id, teams }: TribeRow) =>
    hats.some((hat) => hat.tribeId === id || teams.some((team) => team.id === hat.teamId));
  return tribes.find(isHome) ?? tribes[0];
}

function ownTeam(viewer: Actor, teams: readonly DistributionTeam[]): string | null {
  const hats = viewer.kind === "person" ? viewer.hats : [];
  const own = teams.find((team) => hats.some((hat) => hat.code === "pm" && hat.teamId === team.id));
  return own?.id ?? null;
}

const distributionTeam = z.object({
  id: z.guid(),
  name: z.string(),
  specialities: z.array(z.string()),
  pm: z.string().nullable(),
  capacity: z.object({ all: z.number(), left: z.number() }).nullable(),
}) satisfies Shape<DistributionTeam>;

/** Capacity is what is left once the reserve and the roadmap have taken theirs. */
function listTeams(tribeId: string, quarter: Quarter, at: Moment): Promise<DistributionTeam[]> {
  const today = todayOf(at);
  return listRows(db(), distributionTeam)`
    SELECT t.id::text AS id, t.name, t.specialities,
      (SELECT min(p.name) FROM hat h JOIN person p ON p.id = h.person_id WHERE h.team_id = t.id AND h.code = 'pm'
        AND p.deactivated_at IS NULL AND ${holdsOn("h", today)}) AS pm,
      CASE WHEN c.id IS NOT NULL THEN json_build_object('all', c.half_months - c.reserve_half_months,
        'left', c.half_months - c.reserve_half_months - (SELECT coalesce(sum(r.effort_half_months), 0)
          FROM roadmap_item r WHERE r.team_id = t.id AND r.quarter = ${quarter})) END AS capacity
    FROM team t LEFT JOIN capacity c ON c.team_id = t.id AND c.quarter = ${quarter}
    WHERE t.tribe_id = ${tribeId}::uuid AND t.archived_at IS NULL ORDER BY t.position, t.name`;
}

const shareableInsight = z.object({
  id: z.guid(),
  number: z.number(),
  title: z.string(),
  kind: z.enum(insightKinds),
  saidAt: instant,
  theme: z.object({ id: z.guid(), title: z.string() }).nullable(),
  teamId: z.guid().nullable(),
  carriedFrom: z.object({ team: z.string(), teamId: z.guid(), quarter }).nullable(),
  customerIds: z.array(z.guid()),
}) satisfies Shape<ShareableInsight>;

/**
 * What the teams have for the quarter, answered or not, then the pool (a quarter that is over has none), oldest first;
 * one more than are shown.
 */
function listInsights(
  tribeId: string,
  quarter: Quarter,
  withPool: boolean,
): Promise<ShareableInsight[]> {
  const title = Prisma.sql`coalesce(nullif(i.title, ''), left(i.body, 120))`;
  return listRows(db(), shareableInsight)`
    WITH wanted AS (
      (SELECT i.id, t.id AS team_id FROM insight i JOIN team t ON t.id = team_of_quarter(i.id, i.tribe_id, ${quarter})
        WHERE i.id IN (SELECT m.root_id FROM ${hanging("sharing")} JOIN team of ON of.id = l.team_id
          WHERE l.quarter = ${quarter} AND of.tribe_id = ${tribeId}::uuid) AND t.tribe_id = ${tribeId}::uuid)
      UNION ALL
      (SELECT i.id, NULL FROM insight i WHERE ${withPool} AND ${openSql(tribeId)}
        AND ${isInPool(quarter)}
        ORDER BY i.said_at LIMIT ${AT_MOST + 1})
    )
    SELECT i.id::text AS id, i.number, ${title} AS title, i.kind, to_json(i.said_at) #>> '{}' AS "saidAt",
      wanted.team_id::text AS "teamId",
      (SELECT json_build_object('id', h.id, 'title', h.title) FROM theme_insight l JOIN theme h ON h.id = l.theme_id
        WHERE l.insight_id IN (${whole}) AND h.archived_at IS NULL ORDER BY h.id LIMIT 1) AS theme,
      CASE WHEN wanted.team_id IS NULL AND i.team_id IS NOT NULL THEN
        (SELECT json_build_object('team', t.name, 'teamId', t.id, 'quarter', s.quarter)
          FROM sharing s JOIN team t ON t.id = s.team_id
          WHERE s.insight_id IN (${whole}) AND s.team_id = i.team_id ORDER BY s.quarter DESC LIMIT 1) END AS "carriedFrom",
      (SELECT coalesce(json_agg(DISTINCT l.organisation_id), '[]') FROM insight_organisation l
        WHERE l.insight_id IN (${whole})) AS "customerIds"
    FROM wanted JOIN insight i ON i.id = wanted.id
    ORDER BY wanted.team_id NULLS LAST, i.said_at, i.id LIMIT ${AT_MOST + 1}`;
}

const moneyRow = z.object({ id: z.guid(), cents: z.number() });

async function moneyOf(insights: readonly ShareableInsight[]): Promise<Record<string, number>> {
  const ids = [...new Set(insights.flatMap(({ customerIds }) => customerIds))];
  if (ids.length === 0) return {};
  const rows = await listRows(db(), moneyRow)`
    SELECT id::text AS id, revenue_cents::float8 AS cents FROM organisation
    WHERE id = ANY (${ids}::uuid[]) AND state = 'customer' AND revenue_cents IS NOT NULL`;
  return Object.fromEntries(rows.map(({ id, cents }) => [id, cents]));
}
