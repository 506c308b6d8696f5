import "server-only";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { type ListFilter, NONE, valuesOf } from "#lib/insights/list/address.ts";
import { soughtKey } from "#lib/insights/number.ts";
import { saysSql, stateSql } from "#lib/insights/reads/list-sql.ts";
import { searchQuery } from "#lib/search/query.ts";
import { standingForWords } from "#lib/sql/whole-insights.ts";

// Which way through the rows is quick, decided by what we know of the indexes rather than by the planner's guess.

/** The list is read as it stands in one index: the plain lists, and those narrowed by the one thing it begins with. */
export function hasOwnIndex(filter: ListFilter): boolean {
  const { state, sort, direction: _, q, tribe, kind, teamId, sourceId, ...asked } = filter;
  const rest = withoutAny(asked);
  // In the order in which they were said, those of some days are a stretch of the same index.
  const others = sort === "said" ? Object.values(beyondDays(rest)) : Object.values(rest);
  if (q || others.some(isAsked)) return false;
  if ([tribe, kind, valuesOf(teamId), valuesOf(sourceId)].some((values) => values.length > 1))
    return false;
  if (tribe.includes(NONE) || teamId === NONE) return false;
  const narrowing = [
    ...(tribe.length > 0 ? ["tribe"] : []),
    ...(kind.length > 0 ? ["kind"] : []),
    ...(teamId ? ["team"] : []),
    ...(sourceId ? ["source"] : []),
  ];
  if (narrowing.length === 0) return state === "inbox" || state === "all";
  return narrowing.length === 1 && sort === "said" && own[state].includes(narrowing[0] ?? "");
}

const own: Record<ListFilter["state"], string[]> = {
  inbox: ["kind"],
  all: ["tribe", "kind", "source"],
  tribe: ["tribe"],
  team: ["team"],
  snoozed: [],
  assigned: [],
  answered: [],
};

/** Nothing but days is asked for: the index by days also holds what the other orders sort by. */
export function isOfDaysAlone(filter: ListFilter): boolean {
  const { state, sort: _, direction: __, tribe, kind, ...asked } = filter;
  const rest = withoutAny(asked);
  const { age, received, week } = rest;
  return (
    Boolean(age || received || week) &&
    (state === "inbox" || state === "all") &&
    tribe.length + kind.length === 0 &&
    !Object.values(beyondDays(rest)).some(isAsked)
  );
}

const isAsked = (value: unknown) => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/** To ask for any is to ask for nothing. */
function withoutAny<T extends Pick<ListFilter, "placing">>({ placing, ...others }: T) {
  return { ...others, placing: placing === "any" ? null : placing };
}

function beyondDays<T extends Pick<ListFilter, "age" | "received" | "week">>(filter: T) {
  const { age: _, received: __, week: ___, ...others } = filter;
  return others;
}

/** Whether one insight is looked up by its number or its ticket's key, wherever it stands. */
export function isForOne(filter: ListFilter): boolean {
  return soughtKey(filter.q) !== null;
}

/** Up to `limit` ids that `where` allows, to count them. */
export function probeSql(filter: ListFilter, where: Prisma.Sql, limit: number): Prisma.Sql {
  const order = hasOwnIndex(filter) ? Prisma.sql`ORDER BY i.said_at DESC, i.id DESC` : Prisma.empty;
  return Prisma.sql`SELECT i.id FROM insight i WHERE ${where} ${order} LIMIT ${limit}`;
}

/**
 * How many rows are looked through in the list's own order before all that match are fetched and sorted. To look for a
 * word in a row takes some ten times as long as to compare its fields, and of one customer or theme there are few.
 */
const LOOKED_THROUGH = { forFew: 500, otherwise: 1500 };

type PageParts = {
  columns: Prisma.Sql;
  today: string;
  /** What lies beyond the page before. */
  beyond: Prisma.Sql;
  /** What else is asked for beyond the list's state. */
  narrowing: Prisma.Sql;
  order: Prisma.Sql;
  /** The same, but so that no index has it. */
  orderByHand: Prisma.Sql;
  limit: number;
};

/** `page`: the first rows of those of some days, found in their index and only then read. */
export function daysRowsSql(filter: ListFilter, parts: PageParts): Prisma.Sql {
  const { columns, today, beyond, narrowing, orderByHand, limit } = parts;
  return Prisma.sql`page AS (
    SELECT ${columns} FROM insight i WHERE i.id IN (
      SELECT i.id FROM insight i WHERE ${stateSql(filter.state, today)} ${beyond} AND ${narrowing}
      ORDER BY ${orderByHand} LIMIT ${limit}))`;
}

/**
 * `page`: the first rows. What many rows match is near in the list's own order, unless that order has it last; what is
 * not found there soon is fetched and sorted.
 */
export function firstRowsSql(filter: ListFilter, parts: PageParts): Prisma.Sql {
  const { columns, today, beyond, narrowing, order, orderByHand, limit } = parts;
  const state = stateSql(filter.state, today);
  const words = filter.q !== "";
  const sought = words ? searchQuery(filter.q) : null;
  // The function instead of its operator: for that, the planner would fetch by the search index.
  const hold = words
    ? Prisma.sql`AND (ts_match_vq(i.search, (SELECT ${sought}::tsquery)) OR i.id = ANY (${standingForWords(sought)}))`
    : Prisma.empty;
  // By the search index alone (OFFSET keeps it apart): the planner takes words for rarer than they are with another.
  const found = words
    ? Prisma.sql`(SELECT * FROM insight i WHERE (SELECT count(*) FROM near) < ${limit}
        AND ${saysSql(sought)} OFFSET 0)`
    : Prisma.sql`insight`;
  const isForFew =
    words || [filter.organisationId, filter.themeId, filter.initiativeId].some(Boolean);
  const lookedThrough = isForFew ? LOOKED_THROUGH.forFew : LOOKED_THROUGH.otherwise;
  return Prisma.sql`
    near AS MATERIALIZED (
      SELECT ${columns} FROM (
        SELECT * FROM insight i WHERE ${state} ${beyond} ORDER BY ${order} LIMIT ${lookedThrough}
      ) AS i WHERE ${narrowing} ${hold} LIMIT ${limit}),
    page AS (
      SELECT * FROM near WHERE (SELECT count(*) FROM near) = ${limit}
      UNION ALL
      (SELECT ${columns} FROM ${found} AS i
        WHERE (SELECT count(*) FROM near) < ${limit} AND ${state} ${beyond} AND ${narrowing}
        ORDER BY ${orderByHand} LIMIT ${limit}))`;
}
