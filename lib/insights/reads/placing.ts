import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { stateSql } from "#lib/insights/reads/list-sql.ts";
import { withSureTribe } from "#lib/insights/reads/proposed-tribe.ts";
import { type Moment, todayOf } from "#lib/quarter.ts";
import { oneRow } from "#lib/sql/rows.ts";

const counted = z.object({ sure: z.number(), all: z.number() });

/** Of what waits for a Tribe: how many have a sure proposal, and how many don't. */
export async function countPlaced(
  viewer: Actor,
  at: Moment,
): Promise<{ sure: number; unsure: number }> {
  authorise(viewer, "insight:list");
  const waiting = stateSql("inbox", todayOf(at));
  const { sure, all } = await oneRow(db(), counted)`
    SELECT (SELECT count(*)::int FROM insight i WHERE ${waiting} AND i.id IN (${withSureTribe})) AS sure,
      (SELECT count(*)::int FROM insight i WHERE ${waiting}) AS "all"`;
  return { sure, unsure: all - sure };
}
