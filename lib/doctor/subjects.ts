import "server-only";
import type { Client } from "pg";
import { z } from "zod";
import { subjects } from "#lib/nouns.server.ts";
import { pgRows, verbatim } from "#lib/sql/pg-rows.ts";

const count = z.object({ count: z.number() });

/** How many comments and follows hang on nothing: on something that is gone, or on a kind that no noun declares. */
export async function countHangingOnNothing(client: Client): Promise<number> {
  // Kinds and tables are the nouns' own constants.
  const there = [...subjects].map(
    ([kind, { table }]) =>
      `(c.subject_kind = '${kind}' AND EXISTS (SELECT FROM "${table}" t WHERE t.id = c.subject_id))`,
  );
  const [found] = await pgRows(client, count)`
    SELECT count(*)::int AS count
    FROM (SELECT subject_kind, subject_id FROM comment UNION ALL SELECT subject_kind, subject_id FROM follow) AS c
    WHERE NOT (${verbatim(there.join(" OR "))})`;
  return found?.count ?? 0;
}
