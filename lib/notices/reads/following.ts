import "server-only";
import { z } from "zod";
import type { PersonActor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { oneRow } from "#lib/sql/rows.ts";

const following = z.object({ follows: z.boolean(), unread: z.array(z.guid()) });

/** Whether the viewer follows one thing, and what they have not read about it. The page that shows it has its guard. */
export async function findFollowing(viewer: PersonActor, on: string, id: string) {
  authorise(viewer, "own-settings:edit");
  return oneRow(db(), following)`
    SELECT EXISTS (SELECT FROM follow f WHERE f.person_id = ${viewer.id}::uuid AND f.subject_kind = ${on}
        AND f.subject_id = ${id}::uuid AND f.stopped_at IS NULL) AS follows,
      ARRAY(SELECT n.id::text FROM notice n WHERE n.person_id = ${viewer.id}::uuid AND n.subject_kind = ${on}
        AND n.subject_id = ${id}::uuid AND n.read_at IS NULL) AS unread`;
}
