import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { type Flow, type FlowWeek, flowFilters } from "#lib/dashboards/flow.ts";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { ListFilter } from "#lib/insights/list/address.ts";
import { listFilterOf } from "#lib/insights/list/filter.ts";
import { whereSql } from "#lib/insights/reads/list-sql.ts";
import { dayOf, type Moment, type Quarter, quarterBounds } from "#lib/quarter.ts";
import { day } from "#lib/sql/columns.ts";
import type { Shape } from "#lib/sql/known.ts";
import { listRows, oneRow } from "#lib/sql/rows.ts";

const flow = z.object({
  received: z.number(),
  withTribe: z.number(),
  sharedOut: z.number(),
  underTheme: z.number(),
  answered: z.number(),
  answeredInQuarter: z.number(),
}) satisfies Shape<Flow>;

const flowWeek = z.object({
  monday: day,
  received: z.number(),
  answered: z.number(),
}) satisfies Shape<FlowWeek>;

export async function countFlow(viewer: Actor, quarter: Quarter, at: Moment): Promise<Flow> {
  authorise(viewer, "dashboard:read");
  const filters = flowFilters(quarter);
  const counts = Object.entries(filters).map(
    ([stage, filter]) =>
      Prisma.sql`(SELECT count(*)::int FROM insight i WHERE ${whereSql(complete(filter), at)}) AS ${Prisma.raw(`"${stage}"`)}`,
  );
  return oneRow(db(), flow)`SELECT /* the flow */ ${Prisma.join(counts)}`;
}

/** Whole weeks from the one that holds the quarter's first day to its last or today's, whichever comes first. */
export async function listFlowWeeks(
  viewer: Actor,
  quarter: Quarter,
  at: Moment,
): Promise<FlowWeek[]> {
  authorise(viewer, "dashboard:read");
  const { first, after } = quarterBounds(quarter);
  const until = [after, dayOf(new Date(at.now.getTime() + 86_400_000), at.timeZone)].toSorted()[0];
  const weekOf = (column: Prisma.Sql) =>
    Prisma.sql`date_trunc('week', ${column} AT TIME ZONE ${at.timeZone})::date`;
  const within = (column: Prisma.Sql) => Prisma.sql`
    ${column} >= (date_trunc('week', ${first}::date::timestamp) AT TIME ZONE ${at.timeZone})
    AND ${column} < ((date_trunc('week', ${after}::date::timestamp - interval '1 day') + interval '7 days') AT TIME ZONE ${at.timeZone})`;
  const perWeek = (column: Prisma.Sql) => Prisma.sql`
    SELECT ${weekOf(column)} AS monday, count(*)::int AS count FROM insight i
    WHERE i.merged_into_id IS NULL AND ${within(column)} GROUP BY 1`;
  return listRows(db(), flowWeek)`
    SELECT to_char(w, 'YYYY-MM-DD') AS monday, coalesce(r.count, 0) AS received, coalesce(a.count, 0) AS answered
    FROM generate_series(date_trunc('week', ${first}::date::timestamp), ${until}::date::timestamp - interval '1 day', interval '7 days') AS w
    LEFT JOIN (${perWeek(Prisma.sql`i.said_at`)}) AS r ON r.monday = w::date
    LEFT JOIN (${perWeek(Prisma.sql`i.answered_at`)}) AS a ON a.monday = w::date
    ORDER BY w`;
}

function complete(filter: Partial<ListFilter>): ListFilter {
  return { ...listFilterOf({}), ...filter };
}
