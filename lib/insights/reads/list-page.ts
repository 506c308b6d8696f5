import "server-only";
import type { Cursor } from "#lib/cursor.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { ListFilter } from "#lib/insights/list/address.ts";
import {
  daysRowsSql,
  firstRowsSql,
  hasOwnIndex,
  isForOne,
  isOfDaysAlone,
} from "#lib/insights/reads/list-plan.ts";
import {
  beyondSql,
  isWeighed,
  narrowingSql,
  orderByHandSql,
  orderSql,
  weighedSql,
  whereSql,
} from "#lib/insights/reads/list-sql.ts";
import { proposedTribe, sureTribe } from "#lib/insights/reads/proposed-tribe.ts";
import { type Moment, todayOf } from "#lib/quarter.ts";
import { quarterNow, whole } from "#lib/sql/whole-insights.ts";

/** What the database answers: the rows as JSON, and of the last one what the next page begins after. */
export type FoundPage = {
  /** An array of InsightRow, as text: it goes out as it is. */
  rows: string;
  /** One more than `limit` when there are more. */
  found: number;
  /** How many show the beginning of their text for want of a title. */
  untitled: number;
  lastId: string | null;
  lastValue: string | null;
};

/** The first `limit` rows in one statement (list-plan.ts). Exposed so that a benchmark can have it explained. */
export function pageSql(
  filter: ListFilter,
  at: Moment,
  { cursor, limit, withRevenue }: { cursor: Cursor | null; limit: number; withRevenue: boolean },
): Prisma.Sql {
  const money = withRevenue
    ? Prisma.sql`sum(coalesce(o.revenue_cents, o.at_stake_cents))::float8`
    : Prisma.sql`NULL::float8`;
  const last = Prisma.sql`FILTER (WHERE i.place = ${limit})`;
  return Prisma.sql`
    WITH ${rowsSql(filter, at, cursor, limit + 1)}
    SELECT coalesce(json_agg(json_build_object(
        'id', i.id, 'number', i.number, 'title', i.title, 'excerpt', i.excerpt, 'kind', i.kind, 'tribeId', i.tribe_id,
        'teamId', i.team_id, 'quarter', CASE WHEN i.team_id IS NOT NULL THEN ${quarterNow} END,
        'answer', i.answer, 'answeredAt', i.answered_at, 'snoozedUntil', i.snoozed_until, 'saidAt', i.said_at, 'updatedAt', i.updated_at,
        'version', i.version, 'customer', customers.name, 'customers', customers.count, 'moneyCents', customers.money,
        'proposedTribeId', ${proposedTribe}, 'isSure', ${sureTribe} IS NOT NULL
      ) ORDER BY i.place) FILTER (WHERE i.place <= ${limit}), '[]')::text AS rows,
      count(*)::int AS found, count(i.excerpt)::int AS untitled, min(i.id::text) ${last} AS "lastId",
      min(${lastValueSql(filter)}) ${last} AS "lastValue"
    FROM (SELECT *, row_number() OVER (ORDER BY ${orderSql(filter)}) AS place FROM page i) AS i
    LEFT JOIN LATERAL (
      SELECT min(o.name) AS name, count(*)::int AS count, ${money} AS money
      FROM organisation o WHERE o.id IN (SELECT l.organisation_id FROM insight_organisation l WHERE l.insight_id IN (${whole}))
    ) AS customers ON true`;
}

/** `page`: one row more than are shown. */
function rowsSql(filter: ListFilter, at: Moment, cursor: Cursor | null, limit: number): Prisma.Sql {
  const order = orderSql(filter);
  const beyond = beyondSql(filter, cursor);
  if (isWeighed(filter))
    return Prisma.sql`page AS (
      SELECT ${columns}, i.sorted FROM ${weighedSql(filter, at)} WHERE true ${beyond} ORDER BY ${order} LIMIT ${limit})`;
  if (hasOwnIndex(filter) || isForOne(filter))
    return Prisma.sql`page AS (
      SELECT ${columns} FROM insight i WHERE ${whereSql(filter, at)} ${beyond} ORDER BY ${order} LIMIT ${limit})`;
  const parts = {
    columns,
    today: todayOf(at),
    beyond,
    narrowing: narrowingSql(filter, at),
    order,
    orderByHand: orderByHandSql(filter),
    limit,
  };
  return isOfDaysAlone(filter) ? daysRowsSql(filter, parts) : firstRowsSql(filter, parts);
}

const columns = Prisma.sql`i.id, i.number, i.title,
  CASE WHEN coalesce(i.title, '') = '' THEN left(i.body, 400) END AS excerpt, i.kind, i.tribe_id, i.team_id, i.answer,
  i.answered_at, i.snoozed_until, i.said_at, i.updated_at, i.version`;

/** As a cursor has it: an instant of ISO 8601 in UTC, or a number. */
function lastValueSql({ sort }: ListFilter): Prisma.Sql {
  if (sort === "number") return Prisma.sql`i.number::text`;
  if (isWeighed({ sort })) return Prisma.sql`i.sorted::text`;
  const column = sort === "updated" ? Prisma.sql`i.updated_at` : Prisma.sql`i.said_at`;
  return Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
