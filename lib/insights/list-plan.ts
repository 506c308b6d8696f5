import "server-only";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { ListFilter } from "#lib/insights/list-address.ts";
import { stateSql } from "#lib/insights/list-sql.ts";
import { soughtKey } from "#lib/insights/number.ts";

// Which way through the rows is quick, decided by what we know of the indexes rather than by the planner's guess.

/** The list is read as it stands in one index: the plain lists, and those narrowed by the one thing it begins with. */
export function hasOwnIndex(filter: ListFilter): boolean {
  const { state, sort, direction: _, q, tribe, kind, teamId, sourceId, ...others } = filter;
  if (q || Object.values(others).some(Boolean)) return false;
  if (tribe.length > 1 || kind.length > 1) return false;
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

/**
 * `probe`: up to `limit` ids that `where` allows, to count them. A word that many of the newest rows hold is counted
 * along the index of the days; a rarer one by the search index, which would first collect every row of a common one.
 */
export function probeSql(
  filter: ListFilter,
  where: Prisma.Sql,
  today: string,
  limit: number,
): Prisma.Sql {
  const newest = Prisma.sql`ORDER BY i.said_at DESC, i.id DESC`;
  const ids = Prisma.sql`SELECT i.id FROM insight i WHERE`;
  if (hasOwnIndex(filter))
    return Prisma.sql`probe AS MATERIALIZED (${ids} ${where} ${newest} LIMIT ${limit})`;
  if (!filter.q || soughtKey(filter.q))
    return Prisma.sql`probe AS MATERIALIZED (${ids} ${where} LIMIT ${limit})`;
  return Prisma.sql`
    word AS MATERIALIZED (
      SELECT count(*) FILTER (WHERE sample.search @@ search_query(${filter.q})) >= 20 AS is_common
      FROM (SELECT i.search FROM insight i WHERE ${stateSql(filter.state, today)} ${newest} LIMIT 150) AS sample
    ),
    probe AS MATERIALIZED (
      (${ids} (SELECT is_common FROM word) AND ${where} ${newest} LIMIT ${limit})
      UNION ALL
      (${ids} NOT (SELECT is_common FROM word) AND ${where} LIMIT ${limit})
    )`;
}
