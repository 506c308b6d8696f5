import "server-only";
import { z } from "zod";
import { db } from "#lib/db.ts";
import type { ListFilter } from "#lib/insights/list/address.ts";
import { listFilterOf } from "#lib/insights/list/filter.ts";
import { whereSql } from "#lib/insights/reads/list-sql.ts";
import type { Moment } from "#lib/quarter.ts";
import { onlyCount } from "#lib/sql/columns.ts";
import { oneRow } from "#lib/sql/rows.ts";
import type { Waiting } from "#lib/today/facts.ts";

/** As the list of that filter counts. */
export async function countListed(filter: Partial<ListFilter>, at: Moment): Promise<number> {
  const found = await oneRow(db(), onlyCount)`
    SELECT count(*)::int AS count FROM insight i WHERE ${listed(filter, at)}`;
  return found.count;
}

const waiting = z.object({ count: z.number(), oldest: z.date().nullable() });

/** The same, and for how many days the oldest has waited. */
export async function waitingListed(filter: Partial<ListFilter>, at: Moment): Promise<Waiting> {
  const { count, oldest } = await oneRow(db(), waiting)`
    SELECT count(*)::int AS count, min(i.said_at) AS oldest FROM insight i WHERE ${listed(filter, at)}`;
  const ms = oldest ? at.now.getTime() - oldest.getTime() : 0;
  return { count, days: Math.max(0, Math.floor(ms / 86_400_000)) };
}

const listed = (filter: Partial<ListFilter>, at: Moment) =>
  whereSql({ ...listFilterOf({}), ...filter }, at);
