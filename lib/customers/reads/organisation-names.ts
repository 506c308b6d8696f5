import "server-only";
import { Prisma } from "#lib/generated/prisma/client.ts";

// One rule for what a name leads to, in imports, pulls and forms alike: the customer that bears it; else the one it
// was merged into; else the one that bears it in some desk. Each is a look into an index, however many customers.

/** The id of the customer that `name` (an expression, in lower case) leads to, null when nobody is called so. */
export function organisationCalled(name: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce(
    (SELECT o.id FROM organisation o WHERE lower(o.name) = ${name} AND o.archived_at IS NULL),
    (SELECT o.merged_into_id FROM organisation o WHERE lower(o.name) = ${name} AND o.merged_into_id IS NOT NULL
      ORDER BY o.id LIMIT 1),
    (SELECT coalesce(o.merged_into_id, o.id) FROM organisation_alias a JOIN organisation o ON o.id = a.organisation_id
      WHERE a.kind = 'name' AND a.value = ${name} AND (o.archived_at IS NULL OR o.merged_into_id IS NOT NULL)))`;
}

/** The same, but the customer itself that bears the name, merged away or not. */
export function bearerOf(name: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce(
    (SELECT o.id FROM organisation o WHERE lower(o.name) = ${name} AND o.archived_at IS NULL),
    (SELECT o.id FROM organisation o WHERE lower(o.name) = ${name} AND o.merged_into_id IS NOT NULL
      ORDER BY o.id LIMIT 1),
    (SELECT o.id FROM organisation_alias a JOIN organisation o ON o.id = a.organisation_id
      WHERE a.kind = 'name' AND a.value = ${name} AND (o.archived_at IS NULL OR o.merged_into_id IS NOT NULL)))`;
}

/** The customer that a domain of e-mail belongs to; null for none, and for several that are not one. */
export function organisationOfDomain(domain: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT min(coalesce(o.merged_into_id, o.id)::text)::uuid FROM organisation o
    WHERE o.domains @> ARRAY[${domain}] AND (o.archived_at IS NULL OR o.merged_into_id IS NOT NULL)
    HAVING count(DISTINCT coalesce(o.merged_into_id, o.id)) = 1)`;
}
