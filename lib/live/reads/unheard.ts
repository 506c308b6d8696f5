import "server-only";
import type { Client } from "pg";
import { z } from "zod";

const found = z.object({ seen: z.string(), since: z.string(), ids: z.array(z.string()) });

/** What was looked through: a snapshot, and from which time on an operation may have been under way in it. */
export type Look = { seen: string; since: string };

/**
 * The operations committed since the last look, whether or not anybody told of them: those who wrote them may have been
 * killed between commit and bell. Times are no guide, as what began earlier may be committed later: the transaction that
 * wrote a row is compared with those that the last snapshot saw. The time only bounds what is read by the index: two
 * minutes before the oldest transaction then open, as an act knows its time before it has a transaction.
 */
export async function listUnheard(
  client: Client,
  last: Look | null,
): Promise<{ look: Look; ids: string[] }> {
  const { rows } = await client.query(
    `WITH known AS (SELECT pg_current_snapshot() AS seen, pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS top)
     SELECT seen::text,
       (SELECT least(min(xact_start), now()) - interval '2 minutes' FROM pg_stat_activity
        WHERE datname = current_database())::text AS since,
       ARRAY(
         SELECT id::text FROM operation
         WHERE at >= $1::timestamptz
           AND NOT pg_visible_in_snapshot((top - ((top - xmin::text::bigint) & 4294967295))::text::xid8, $2::pg_snapshot)
       ) AS ids
     FROM known`,
    [last?.since ?? null, last?.seen ?? null],
  );
  const { ids, ...look } = found.parse(rows[0]);
  return { look, ids };
}
