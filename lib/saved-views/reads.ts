import "server-only";
import { z } from "zod";
import type { PersonActor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db, SAME_EACH_TIME } from "#lib/db.ts";
import type { SavedViewChoice } from "#lib/saved-views/schema.ts";
import { listRows } from "#lib/sql/rows.ts";

const keptView = z.object({ id: z.guid(), name: z.string(), query: z.string() });

/** The viewer's own kept views of a screen, by name. */
export async function listSavedViews(
  viewer: PersonActor,
  screen: string,
): Promise<SavedViewChoice[]> {
  authorise(viewer, "saved-view:edit");
  return listRows(db(), keptView)`${SAME_EACH_TIME}
    SELECT id::text AS id, name, query FROM saved_view
    WHERE person_id = ${viewer.id}::uuid AND screen = ${screen} ORDER BY name`;
}
