import "server-only";
import { Prisma } from "#lib/generated/prisma/client.ts";

/** That person is the account manager of `organisation o`, by their e-mail address. */
export function isLookedAfterBy(personId: string): Prisma.Sql {
  return Prisma.sql`lower(o.account_manager) = (SELECT lower(p.email) FROM person p WHERE p.id = ${personId}::uuid)`;
}
