import "server-only";
import type { PersonActor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import type { SavedViewChoice } from "#lib/saved-views/schema.ts";

/** The viewer's own kept views of a screen, by name. */
export async function listSavedViews(
  viewer: PersonActor,
  screen: string,
): Promise<SavedViewChoice[]> {
  authorise(viewer, "saved-view:edit");
  return db().savedView.findMany({
    where: { personId: viewer.id, screen },
    orderBy: { name: "asc" },
    select: { id: true, name: true, query: true },
  });
}
