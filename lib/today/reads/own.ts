import "server-only";
import { z } from "zod";
import type { PersonActor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { oneRow } from "#lib/sql/rows.ts";

/** What the product is there for: following, reading news and settings are no work. */
const work = ["insight", "theme", "initiative", "roadmap", "capacity", "objective", "key-result"];

const ownDay = z.object({
  /** Has not put the first steps out of sight yet. */
  isNewcomer: z.boolean(),
  /** The operation that they did last and let stand; null when they did nothing for three months. */
  lastId: z.guid().nullable(),
});

/** Where somebody stands themselves: new here, and what they did last. */
export async function findOwnDay(viewer: PersonActor, now: Date): Promise<z.output<typeof ownDay>> {
  authorise(viewer, "own-settings:edit");
  const since = new Date(now.getTime() - 92 * 86_400_000);
  return oneRow(db(), ownDay)`
    SELECT p.is_newcomer AS "isNewcomer", (
      SELECT o.id::text FROM operation o
      WHERE o.actor_id = p.id AND o.at > ${since} AND split_part(o.name, '.', 1) = ANY (${work})
        AND NOT EXISTS (SELECT FROM operation_undo u WHERE u.operation_id = o.id)
      ORDER BY o.at DESC LIMIT 1) AS "lastId"
    FROM person p WHERE p.id = ${viewer.id}::uuid`;
}
