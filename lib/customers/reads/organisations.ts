import { organisationStates } from "#lib/customers/schema.ts";
import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { maySeeRevenue } from "#lib/customers/reads/revenue.ts";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
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

const organisationView = organisationChoice.extend({
  segment: z.string().nullable(),
  country: z.string().nullable(),
  lostReason: z.string().nullable(),
  /** Cents a year; null when unknown, or when the viewer may not see it. */
  revenueCents: z.number().nullable(),
  atStakeCents: z.number().nullable(),
  domains: z.array(z.string()),
  version: z.number(),
});
export type OrganisationView = z.output<typeof organisationView>;

/** One organisation, without its money for those who may not see it. */
export async function findOrganisation(
  viewer: Actor,
  id: string,
): Promise<OrganisationView | null> {
  authorise(viewer, "customer:read");
  const money = (await maySeeRevenue(viewer))
    ? Prisma.sql`revenue_cents::float8 AS "revenueCents", at_stake_cents::float8 AS "atStakeCents"`
    : Prisma.sql`NULL::float8 AS "revenueCents", NULL::float8 AS "atStakeCents"`;
  const rows = await listRows(db(), organisationView)`
    SELECT id::text AS id, name, state, segment, country, lost_reason AS "lostReason", ${money}, domains, version
    FROM organisation WHERE id = ${id}::uuid`;
  return rows[0] ?? null;
}
