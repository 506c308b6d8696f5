import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { defaultTimeZone } from "#lib/clock.ts";
import { type Cursor, readCursor, writeCursor } from "#lib/cursor.ts";
import { maySeeRevenue } from "#lib/customers/revenue.ts";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { ListFilter, ListState } from "#lib/insights/list-address.ts";
import { firstRowsSql, hasOwnIndex, isForOne, probeSql } from "#lib/insights/list-plan.ts";
import {
  beyondSql,
  narrowingSql,
  orderByHandSql,
  orderSql,
  stateSql,
  whereSql,
} from "#lib/insights/list-sql.ts";
import type { InsightRow } from "#lib/insights/views.ts";
import { dayOf } from "#lib/quarter.ts";
import { excerpt } from "#lib/rich-text/plain-text.ts";

export const PAGE_SIZE = 50;
/** Counts are exact up to here; one more means "more". */
export const COUNT_LIMIT = 1000;

export type InsightPage = {
  rows: InsightRow[];
  /** How many there are when this is all of them; else null, and countMatching tells. */
  total: number | null;
  next: string | null;
};

/**
 * One page of the list in one statement, by keyset. The database writes the rows' JSON itself: the request hands it
 * on as it is.
 */
export async function listInsights(
  viewer: Actor,
  filter: ListFilter,
  now: Date,
  after?: string,
): Promise<InsightPage> {
  authorise(viewer, "insight:list");
  const cursor = readCursor(after, filter.sort === "number" ? "number" : "instant");
  const [found] = await db().$queryRaw<{ rows: InsightRow[] }[]>(
    pageSql(filter, now, cursor, await maySeeRevenue(viewer)),
  );
  const rows = found?.rows.slice(0, PAGE_SIZE).map(inPlainText) ?? [];
  const hasMore = (found?.rows.length ?? 0) > PAGE_SIZE;
  return {
    rows,
    total: cursor || hasMore ? null : rows.length,
    next: hasMore ? cursorOf(rows.at(-1), filter) : null,
  };
}

/**
 * How many the list has, exact up to 1,000; 1,001 stands for more. Apart from the rows, which need not wait for it: to
 * count what holds a common word takes ten times as long as to show its first page.
 */
export async function countMatching(viewer: Actor, filter: ListFilter, now: Date): Promise<number> {
  authorise(viewer, "insight:list");
  const probe = probeSql(filter, whereSql(filter, now), COUNT_LIMIT + 1);
  const [found] = await db().$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM (${probe}) AS probe`;
  return found?.total ?? 0;
}

/** The first rows in one statement (list-plan.ts). Exposed so that a benchmark can have it explained. */
export function pageSql(
  filter: ListFilter,
  now: Date,
  cursor: Cursor | null,
  withRevenue: boolean,
): Prisma.Sql {
  const where = Prisma.sql`${whereSql(filter, now)} ${beyondSql(filter, cursor)}`;
  const money = withRevenue
    ? Prisma.sql`sum(coalesce(o.revenue_cents, o.at_stake_cents))::float8`
    : Prisma.sql`NULL::float8`;
  return Prisma.sql`
    WITH ${firstPageSql(filter, now, cursor, where)}
    SELECT coalesce(json_agg(json_build_object(
      'id', i.id, 'number', i.number, 'title', i.title, 'excerpt', i.excerpt, 'kind', i.kind, 'tribeId', i.tribe_id,
      'teamId', i.team_id, 'quarter', CASE WHEN i.team_id IS NOT NULL THEN
        (SELECT max(s.quarter) FROM sharing s WHERE s.insight_id = i.id AND s.team_id = i.team_id) END,
      'answer', i.answer, 'snoozedUntil', i.snoozed_until, 'saidAt', i.said_at, 'updatedAt', i.updated_at,
      'version', i.version, 'customer', customers.name, 'customers', customers.count, 'moneyCents', customers.money
    ) ORDER BY ${orderSql(filter)}), '[]') AS rows
    FROM page i
    LEFT JOIN LATERAL (
      SELECT min(o.name) AS name, count(*)::int AS count, ${money} AS money
      FROM insight_organisation l JOIN organisation o ON o.id = l.organisation_id WHERE l.insight_id = i.id
    ) AS customers ON true`;
}

/** `page`: the first rows, one more than are shown. */
function firstPageSql(
  filter: ListFilter,
  now: Date,
  cursor: Cursor | null,
  where: Prisma.Sql,
): Prisma.Sql {
  const order = orderSql(filter);
  const limit = PAGE_SIZE + 1;
  if (hasOwnIndex(filter) || isForOne(filter))
    return Prisma.sql`page AS (
      SELECT ${pageColumns} FROM insight i WHERE ${where} ORDER BY ${order} LIMIT ${limit})`;
  return firstRowsSql(filter, {
    columns: pageColumns,
    today: dayOf(now, defaultTimeZone),
    beyond: beyondSql(filter, cursor),
    narrowing: narrowingSql(filter, now),
    order,
    orderByHand: orderByHandSql(filter),
    limit,
  });
}

const pageColumns = Prisma.sql`i.id, i.number, i.title,
  CASE WHEN coalesce(i.title, '') = '' THEN left(i.body, 400) END AS excerpt, i.kind, i.tribe_id, i.team_id, i.answer,
  i.snoozed_until, i.said_at, i.updated_at, i.version`;

/** How many there are in each of these states, exact up to 1,000. */
export async function countInsights(
  viewer: Actor,
  states: readonly ListState[],
  now: Date,
): Promise<Partial<Record<ListState, number>>> {
  authorise(viewer, "insight:list");
  const today = dayOf(now, defaultTimeZone);
  const counts = states.map(
    (state) => Prisma.sql`SELECT ${state} AS state, count(*)::int AS count
      FROM (SELECT FROM insight i WHERE ${stateSql(state, today)} LIMIT ${COUNT_LIMIT + 1}) AS counted`,
  );
  const rows = await db().$queryRaw<{ state: ListState; count: number }[]>(
    Prisma.join(counts, " UNION ALL "),
  );
  return Object.fromEntries(rows.map((row) => [row.state, row.count]));
}

/** What stands for a title that is missing. */
function inPlainText(row: InsightRow): InsightRow {
  return row.excerpt ? { ...row, excerpt: excerpt(row.excerpt, 160) } : row;
}

function cursorOf(row: InsightRow | undefined, filter: ListFilter): string | null {
  if (!row) return null;
  const instant = filter.sort === "updated" ? row.updatedAt : row.saidAt;
  const value = filter.sort === "number" ? String(row.number) : new Date(instant).toISOString();
  return writeCursor({ value, id: row.id });
}
