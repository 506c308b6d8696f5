import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { isFreeMail } from "#lib/customers/free-mail.ts";
import { organisationOfDomain } from "#lib/customers/reads/organisation-names.ts";
import { type OrganisationChoice, organisationChoice } from "#lib/customers/reads/organisations.ts";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { findRow } from "#lib/sql/rows.ts";

/** The customer whose addresses end so; none for a domain where everybody may have one, or that several have. */
export async function findCustomerOfDomain(
  viewer: Actor,
  domain: string,
): Promise<OrganisationChoice | null> {
  authorise(viewer, "customer:read");
  const asked = domain.trim().toLowerCase();
  if (asked === "" || isFreeMail(asked)) return null;
  return findRow(db(), organisationChoice)`
    SELECT id::text AS id, name, state FROM organisation
    WHERE id = ${organisationOfDomain(Prisma.sql`${asked}`)} AND archived_at IS NULL`;
}
