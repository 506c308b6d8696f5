import { organisationStates } from "#lib/customers/schema.ts";
import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { listRows } from "#lib/sql/rows.ts";
import { likeText } from "#lib/text.ts";

export const organisationChoice = z.object({
  id: z.guid(),
  name: z.string(),
  state: z.enum(organisationStates),
});
export type OrganisationChoice = z.output<typeof organisationChoice>;

/**
 * Organisations whose name holds `text`, accents and case aside; for a field where one is picked. Those whose name
 * begins so come first, then those of which a word does: three letters and Enter take the one that was meant.
 */
export async function listOrganisations(
  viewer: Actor,
  text = "",
  limit = 20,
): Promise<OrganisationChoice[]> {
  authorise(viewer, "customer:read");
  const asked = likeText(text.trim());
  return listRows(db(), organisationChoice)`
    SELECT id::text AS id, name, state FROM organisation
    WHERE archived_at IS NULL AND unaccented(lower(name)) LIKE unaccented(lower(${`%${asked}%`}))
    ORDER BY unaccented(lower(name)) LIKE unaccented(lower(${`${asked}%`})) DESC,
      unaccented(lower(name)) LIKE unaccented(lower(${`% ${asked}%`})) DESC, lower(name) COLLATE "und-x-icu"
    LIMIT ${limit}`;
}
