import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise, can } from "#lib/auth/policy.ts";
import { maySeeRevenue } from "#lib/customers/reads/revenue.ts";
import { organisationStates } from "#lib/customers/schema.ts";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { ListFilter } from "#lib/insights/list/address.ts";
import { whereSql } from "#lib/insights/reads/list-sql.ts";
import type { Moment } from "#lib/quarter.ts";
import { listRows, oneRow } from "#lib/sql/rows.ts";
import { hanging } from "#lib/sql/whole-insights.ts";

// Who is behind a theme or an initiative, the same for both: `behind` is a statement that answers the insights'
// `insight_id`, each once.

const totalsBehind = z.object({
  insights: z.number(),
  customers: z.number(),
  /** Cents a year of the distinct customers; null when not for this viewer. */
  revenueCents: z.number().nullable(),
  /** Cents that the prospects among them are worth; null when not for this viewer. */
  atStakeCents: z.number().nullable(),
});
export type TotalsBehind = z.output<typeof totalsBehind>;

export async function findTotalsBehind(viewer: Actor, behind: Prisma.Sql): Promise<TotalsBehind> {
  authorise(viewer, "initiative:read");
  const withRevenue = await maySeeRevenue(viewer);
  return oneRow(db(), totalsBehind)`
    WITH behind AS MATERIALIZED (${behind}), asking AS (
      SELECT o.state, o.revenue_cents, o.at_stake_cents FROM organisation o WHERE o.id IN (
        SELECT l.organisation_id FROM ${hanging("insight_organisation")} WHERE m.root_id IN (SELECT insight_id FROM behind))
    )
    SELECT (SELECT count(*)::int FROM behind) AS insights, (SELECT count(*)::int FROM asking) AS customers,
      CASE WHEN ${withRevenue} THEN (SELECT coalesce(sum(revenue_cents), 0)::float8 FROM asking WHERE state = 'customer') END AS "revenueCents",
      CASE WHEN ${withRevenue} THEN (SELECT coalesce(sum(at_stake_cents), 0)::float8 FROM asking WHERE state = 'prospect') END AS "atStakeCents"`;
}

const customerBehind = z.object({
  id: z.guid(),
  name: z.string(),
  state: z.enum(organisationStates),
  segment: z.string().nullable(),
  insights: z.number(),
  revenueCents: z.number().nullable(),
  atStakeCents: z.number().nullable(),
});
export type CustomerBehind = z.output<typeof customerBehind>;

/** Whoever speaks through the insights of a list. */
export async function findCustomersOfList(
  viewer: Actor,
  filter: ListFilter,
  at: Moment,
): Promise<CustomerBehind[]> {
  authorise(viewer, "insight:list");
  return listCustomersBehind(
    viewer,
    Prisma.sql`SELECT i.id AS insight_id FROM insight i WHERE ${whereSql(filter, at)}`,
  );
}

/** Every customer who asked, the largest first; their names for those who may read customers, their money likewise. */
async function listCustomersBehind(viewer: Actor, behind: Prisma.Sql): Promise<CustomerBehind[]> {
  if (!can(viewer, "customer:read")) return [];
  const withRevenue = await maySeeRevenue(viewer);
  return listRows(db(), customerBehind)`
    WITH behind AS MATERIALIZED (${behind})
    SELECT o.id::text AS id, o.name, o.state, o.segment, asking.insights,
      CASE WHEN ${withRevenue} THEN o.revenue_cents::float8 END AS "revenueCents",
      CASE WHEN ${withRevenue} THEN o.at_stake_cents::float8 END AS "atStakeCents"
    FROM (SELECT l.organisation_id, count(DISTINCT m.root_id)::int AS insights FROM ${hanging("insight_organisation")}
      WHERE m.root_id IN (SELECT insight_id FROM behind) GROUP BY 1) AS asking
    JOIN organisation o ON o.id = asking.organisation_id
    ORDER BY CASE WHEN ${withRevenue} THEN coalesce(o.revenue_cents, o.at_stake_cents, 0) ELSE 0 END DESC,
      asking.insights DESC, o.name, o.id`;
}

const voiceBehind = z.object({
  insightNumber: z.number(),
  words: z.string(),
  language: z.string().nullable(),
  organisation: z.string().nullable(),
  organisationId: z.guid().nullable(),
  state: z.enum(organisationStates).nullable(),
  /** Cents a year, or at stake; null when unknown or not for this viewer. */
  moneyCents: z.number().nullable(),
  requester: z.string().nullable(),
  saidAt: z.date(),
});
export type VoiceBehind = z.output<typeof voiceBehind>;

export type VoicesBehind = {
  /** One for each customer, the newest of each, the largest customer first: at most MOST_VOICES. */
  ofCustomers: VoiceBehind[];
  /** How many customers there are in all. */
  customers: number;
  /** What was said for no customer, newest first: at most MOST_VOICES. */
  ofNobody: VoiceBehind[];
  /** How many insights that is in all. */
  nobodys: number;
};

export type WhoAsked = { customers: CustomerBehind[]; voices: VoicesBehind };

export async function findWhoAsked(viewer: Actor, behind: Prisma.Sql): Promise<WhoAsked> {
  const [customers, voices] = await Promise.all([
    listCustomersBehind(viewer, behind),
    listVoicesBehind(viewer, behind),
  ]);
  return { customers, voices };
}

const MOST_VOICES = 40;
const MOST_WORDS = 420;

const foundVoice = voiceBehind.extend({ all: z.number() });

/** What was said, in the words of whoever said it: customers for those who may read them. */
async function listVoicesBehind(viewer: Actor, behind: Prisma.Sql): Promise<VoicesBehind> {
  if (!can(viewer, "customer:read"))
    return { ofCustomers: [], customers: 0, ofNobody: [], nobodys: 0 };
  const withRevenue = await maySeeRevenue(viewer);
  const rows = await listRows(db(), foundVoice)`
    WITH behind AS MATERIALIZED (${behind}), by_customers AS (
      SELECT DISTINCT ON (l.organisation_id) m.id, l.organisation_id FROM ${hanging("insight_organisation")}
      WHERE m.root_id IN (SELECT insight_id FROM behind)
      ORDER BY l.organisation_id, m.said_at DESC, m.id DESC
    ), by_nobody AS (
      SELECT insight_id AS id, NULL::uuid AS organisation_id FROM behind b WHERE NOT EXISTS (
        SELECT FROM ${hanging("insight_organisation")} WHERE m.root_id = b.insight_id)
    ), said AS (
      SELECT i.id, i.number, i.title, i.body, i.language, i.said_at, o.id AS organisation_id, o.name, o.state,
        CASE WHEN ${withRevenue} THEN coalesce(o.revenue_cents, o.at_stake_cents) END AS money,
        count(*) OVER kind AS all_of_kind, row_number() OVER (kind ORDER BY
          CASE WHEN ${withRevenue} THEN coalesce(o.revenue_cents, o.at_stake_cents, 0) ELSE 0 END DESC, i.said_at DESC, i.id) AS place
      FROM (TABLE by_customers UNION ALL TABLE by_nobody) AS v JOIN insight i ON i.id = v.id
      LEFT JOIN organisation o ON o.id = v.organisation_id
      WINDOW kind AS (PARTITION BY v.organisation_id IS NULL)
    )
    SELECT s.number AS "insightNumber", s.language, s.name AS organisation, s.organisation_id::text AS "organisationId", s.state, s.money::float8 AS "moneyCents",
      left(w.words, ${MOST_WORDS}) || CASE WHEN length(w.words) > ${MOST_WORDS} THEN '…' ELSE '' END AS words,
      (SELECT min(r.name) FROM insight_requester l JOIN requester r ON r.id = l.requester_id
        WHERE l.insight_id = s.id AND r.erased_at IS NULL) AS requester,
      s.said_at AS "saidAt", s.all_of_kind::int AS all
    FROM said s CROSS JOIN LATERAL (SELECT coalesce(nullif(btrim(s.body), ''), s.title, '') AS words) AS w
    WHERE s.place <= ${MOST_VOICES} ORDER BY s.name IS NULL, s.place`;
  const kind = (isNobody: boolean) =>
    rows.filter(({ organisation }) => (organisation === null) === isNobody);
  const voices = (some: typeof rows) => some.map(({ all: _, ...voice }) => voice);
  const [ofCustomers, ofNobody] = [kind(false), kind(true)];
  return {
    ofCustomers: voices(ofCustomers),
    customers: ofCustomers[0]?.all ?? 0,
    ofNobody: voices(ofNobody),
    nobodys: ofNobody[0]?.all ?? 0,
  };
}
