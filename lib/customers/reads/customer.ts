import { isFreeMail } from "#lib/customers/free-mail.ts";
import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { isLookedAfterBy } from "#lib/customers/reads/looked-after.ts";
import { type OrganisationChoice, organisationChoice } from "#lib/customers/reads/organisations.ts";
import { maySeeRevenue } from "#lib/customers/reads/revenue.ts";
import { organisationStates } from "#lib/customers/schema.ts";
import { db, SAME_EACH_TIME } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { findRow, listRows } from "#lib/sql/rows.ts";

const customerView = z.object({
  id: z.guid(),
  name: z.string(),
  state: z.enum(organisationStates),
  lostReason: z.string().nullable(),
  segment: z.string().nullable(),
  country: z.string().nullable(),
  domains: z.array(z.string()),
  /** Other names that lead to it, of desks and of what was merged into it. */
  names: z.array(z.string()),
  /** A colleague's name where the customer base named one we know; else as it is written there. */
  accountManager: z.string().nullable(),
  /** The viewer looks after it. */
  isOwn: z.boolean(),
  /** Cents a year; null when unknown, or when the viewer may not see it. */
  revenueCents: z.number().nullable(),
  atStakeCents: z.number().nullable(),
});
export type CustomerView = z.output<typeof customerView>;

/** Who they are; of one that was merged away, the one that stands for it. */
export async function findCustomer(viewer: Actor, id: string): Promise<CustomerView | null> {
  authorise(viewer, "customer:read");
  const money = (await maySeeRevenue(viewer))
    ? Prisma.sql`o.revenue_cents::float8 AS "revenueCents", o.at_stake_cents::float8 AS "atStakeCents"`
    : Prisma.sql`NULL::float8 AS "revenueCents", NULL::float8 AS "atStakeCents"`;
  const isOwn =
    viewer.kind === "person"
      ? Prisma.sql`coalesce(${isLookedAfterBy(viewer.id)}, false)`
      : Prisma.sql`false`;
  return findRow(db(), customerView)`${SAME_EACH_TIME}
    SELECT o.id::text AS id, o.name, o.state, o.lost_reason AS "lostReason", o.segment, o.country, o.domains, ${money},
      coalesce((SELECT min(p.name) FROM person p WHERE lower(p.email) = lower(o.account_manager)), o.account_manager)
        AS "accountManager", ${isOwn} AS "isOwn",
      ARRAY(SELECT a.value FROM organisation_alias a WHERE a.kind = 'name' AND a.organisation_id = o.id
        UNION SELECT m.name FROM organisation m WHERE m.merged_into_id = o.id ORDER BY 1) AS names
    FROM organisation o WHERE o.id = (
      SELECT coalesce(named.merged_into_id, named.id) FROM organisation named WHERE named.id = ${id}::uuid)`;
}

/** Those that a domain of e-mail belongs to: one as a rule, several where they share it; none where everybody has one. */
export async function listCustomersOfDomain(
  viewer: Actor,
  domain: string,
): Promise<OrganisationChoice[]> {
  authorise(viewer, "customer:read");
  if (isFreeMail(domain)) return [];
  return listRows(db(), organisationChoice)`
    SELECT id::text AS id, name, state FROM organisation WHERE id IN (
      SELECT coalesce(o.merged_into_id, o.id) FROM organisation o
      WHERE o.domains @> ARRAY[${domain}] AND (o.archived_at IS NULL OR o.merged_into_id IS NOT NULL))
    ORDER BY lower(name), id`;
}

/** Those that the customer base knows by that id. */
export async function listCustomersOfAccount(
  viewer: Actor,
  account: string,
): Promise<OrganisationChoice[]> {
  authorise(viewer, "customer:read");
  return listRows(db(), organisationChoice)`
    SELECT id::text AS id, name, state FROM organisation WHERE id IN (
      SELECT coalesce(o.merged_into_id, o.id) FROM organisation_alias a JOIN organisation o ON o.id = a.organisation_id
      WHERE a.kind = 'account-id' AND a.value = ${account})
    ORDER BY lower(name), id`;
}
