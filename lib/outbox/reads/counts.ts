import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { onlyCount } from "#lib/sql/columns.ts";
import { oneRow } from "#lib/sql/rows.ts";

const counts = z.object({
  waiting: z.number(),
  failed: z.number(),
  sent: z.number(),
  kept: z.number(),
  withdrawn: z.number(),
  stuck: z.number(),
  doubtful: z.number(),
});
export type MessageCounts = z.output<typeof counts>;

/** In minutes: what has been tried and has waited for longer says that something is wrong. */
const stuckAfter = 60;

/** How many messages wait, failed, left, stayed here for want of a server, or were withdrawn; of the last month. */
export async function countMessages(viewer: Actor, now: Date): Promise<MessageCounts> {
  authorise(viewer, "settings:manage");
  const since = new Date(now.getTime() - stuckAfter * 60_000);
  return oneRow(db(), counts)`
    SELECT count(*) FILTER (WHERE state IN ('waiting', 'sending', 'unsure'))::int AS waiting,
      count(*) FILTER (WHERE state = 'failed')::int AS failed, count(*) FILTER (WHERE state = 'sent')::int AS sent,
      count(*) FILTER (WHERE failure = 'no-server')::int AS kept,
      count(*) FILTER (WHERE state = 'withdrawn' AND failure <> 'no-server')::int AS withdrawn,
      count(*) FILTER (WHERE state IN ('waiting', 'unsure') AND tries > 0 AND made_at < ${since})::int AS stuck,
      count(*) FILTER (WHERE doubts > 0)::int AS doubtful
    FROM outbox`;
}

/** What somebody should look at: what was refused or given up, and what can't leave. */
export async function countTroubled(viewer: Actor, now: Date): Promise<number> {
  authorise(viewer, "settings:manage");
  const since = new Date(now.getTime() - stuckAfter * 60_000);
  const { count } = await oneRow(db(), onlyCount)`
    SELECT count(*)::int AS count FROM outbox
    WHERE state = 'failed' OR state IN ('waiting', 'unsure') AND tries > 0 AND made_at < ${since}`;
  return count;
}
