import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { readCursor, writeCursor } from "#lib/cursor.ts";
import { maySeeRevenue } from "#lib/customers/reads/revenue.ts";
import { db, SAME_EACH_TIME } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { type ListFilter, type ListState, listStates } from "#lib/insights/list/address.ts";
import { type FoundPage, pageSql } from "#lib/insights/reads/list-page.ts";
import { probeSql } from "#lib/insights/reads/list-plan.ts";
import { stateSql, whereSql } from "#lib/insights/reads/list-sql.ts";
import { type InsightRow, insightRow } from "#lib/insights/views.ts";
import { type Moment, todayOf } from "#lib/quarter.ts";
import { excerpt } from "#lib/rich-text/plain-text.ts";
import { known, type Shape } from "#lib/sql/known.ts";
import { listRows, oneRow } from "#lib/sql/rows.ts";

export const PAGE_SIZE = 50;
/** Counts are exact up to here; one more means "more". */
export const COUNT_LIMIT = 1000;

type PageFacts = {
  /** How many there are when this is all of them; else null, and countMatching tells. */
  total: number | null;
  next: string | null;
};

export type InsightPage = PageFacts & { rows: InsightRow[] };

type Wanted = {
  /** The `next` of the page before. */
  after?: string | undefined;
  limit?: number;
};

/** One page of the list, by keyset. */
export async function listInsights(
  viewer: Actor,
  filter: ListFilter,
  at: Moment,
  wanted: Wanted = {},
): Promise<InsightPage> {
  const { rows, ...facts } = await findPage(viewer, filter, at, wanted);
  return { ...facts, rows: readRows(rows) };
}

/** The same as JSON: the database wrote it, the request hands it on. */
export async function listInsightsAsJson(
  viewer: Actor,
  filter: ListFilter,
  at: Moment,
  wanted: Wanted = {},
): Promise<string> {
  const { rows, ...facts } = await findPage(viewer, filter, at, wanted);
  return `${JSON.stringify(facts).slice(0, -1)},"rows":${rows}}`;
}

const cursorKinds = {
  said: "instant",
  updated: "instant",
  number: "number",
  worth: "amount",
  severity: "amount",
} as const;

const foundPage = z.object({
  rows: z.string(),
  found: z.number(),
  untitled: z.number(),
  lastId: z.guid().nullable(),
  lastValue: z.string().nullable(),
}) satisfies Shape<FoundPage>;

async function findPage(
  viewer: Actor,
  filter: ListFilter,
  at: Moment,
  { after, limit = PAGE_SIZE }: Wanted,
): Promise<PageFacts & { rows: string }> {
  authorise(viewer, "insight:list");
  const cursor = readCursor(after, cursorKinds[filter.sort]);
  const withRevenue = await maySeeRevenue(viewer);
  const page = await oneRow(
    db(),
    foundPage,
  )`/* a page of the list */ ${pageSql(filter, at, { cursor, limit, withRevenue })}`;
  const { rows, found, untitled, lastId, lastValue } = page;
  const hasMore = found > limit && lastId !== null && lastValue !== null;
  return {
    rows: untitled > 0 ? inPlainText(rows) : rows,
    total: cursor || hasMore ? null : found,
    next: hasMore ? writeCursor({ value: lastValue, id: lastId }) : null,
  };
}

const matching = z.object({ total: z.number() });

/**
 * How many the list has, exact up to 1,000; 1,001 stands for more. Apart from the rows, which need not wait for it: to
 * count what holds a common word takes ten times as long as to show its first page.
 */
export async function countMatching(
  viewer: Actor,
  filter: ListFilter,
  at: Moment,
): Promise<number> {
  authorise(viewer, "insight:list");
  const probe = probeSql(filter, whereSql(filter, at), COUNT_LIMIT + 1);
  const { total } = await oneRow(db(), matching)`
    SELECT count(*)::int AS total FROM (${probe}) AS probe`;
  return total;
}

const countedState = z.object({ state: z.enum(listStates), count: z.number() });

/** How many there are in each of these states, exact up to 1,000. */
export async function countInsights(
  viewer: Actor,
  states: readonly ListState[],
  at: Moment,
): Promise<Partial<Record<ListState, number>>> {
  authorise(viewer, "insight:list");
  const today = todayOf(at);
  const counts = states.map(
    (state) => Prisma.sql`SELECT ${state} AS state, count(*)::int AS count
      FROM (SELECT FROM insight i WHERE ${stateSql(state, today)} LIMIT ${COUNT_LIMIT + 1}) AS counted`,
  );
  const rows = await listRows(db(), countedState)`${SAME_EACH_TIME}
    /* insights by state */ ${Prisma.join(counts, " UNION ALL ")}`;
  return Object.fromEntries(rows.map((row) => [row.state, row.count]));
}

const insightRows = z.array(insightRow);

const readRows = (json: string): InsightRow[] => known(insightRows, JSON.parse(json));

/** What stands for a title that is missing, without the signs of its form. */
function inPlainText(json: string): string {
  return JSON.stringify(
    readRows(json).map((row) =>
      row.excerpt ? { ...row, excerpt: excerpt(row.excerpt, 160) } : row,
    ),
  );
}
