import "server-only";
import { addressPattern } from "#lib/forgotten/person-keys.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

/** The address in a name or in a key that tells people apart, in lower case; as `addressIn` finds it. */
export function addressInSql(text: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`lower(substring(${text}, ${addressPattern}::text))`;
}
