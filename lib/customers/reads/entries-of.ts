import "server-only";
import { z } from "zod";
import { addressInSql } from "#lib/forgotten/reads/address-in.ts";
import type { Entry } from "#lib/frame/forgets.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { type Asks, listRows } from "#lib/sql/rows.ts";

const entry = z.object({
  id: z.guid(),
  name: z.string(),
  email: z.string().nullable(),
  externalKey: z.string(),
  personId: z.guid().nullable(),
  erasedAt: z.date().nullable(),
});

/**
 * Whoever asked, that entry first. Everybody of the same address is one person, and so is everybody of the same full
 * name whom no address tells apart: once forgotten, nobody could.
 */
export async function entriesOf(tx: Asks, requesterId: string): Promise<Entry[]> {
  return listRows(tx, entry)`
    WITH one AS (SELECT * FROM requester WHERE id = ${requesterId}::uuid),
      own AS (SELECT unnest(${addressesOf(Prisma.sql`one`)}) AS address FROM one)
    SELECT r.id::text AS id, r.name, r.email, r.external_key AS "externalKey", r.person_id::text AS "personId",
      r.erased_at AS "erasedAt"
    FROM requester r, one
    WHERE r.id = one.id OR (one.erased_at IS NULL AND r.erased_at IS NULL AND r.person_id IS NULL AND (
      EXISTS (SELECT FROM own WHERE own.address = ANY (${addressesOf(Prisma.sql`r`)}))
      OR (lower(r.name) = lower(one.name) AND one.name LIKE '%_ _%' AND r.email IS NULL
        AND r.external_key NOT LIKE '%@%')))
    ORDER BY r.id = one.id DESC, r.id`;
}

/** A name that is an address is an address, and so is a key made of one. */
function addressesOf(row: Prisma.Sql): Prisma.Sql {
  const [name, key] = [Prisma.sql`${row}.name`, Prisma.sql`${row}.external_key`];
  return Prisma.sql`ARRAY[lower(${row}.email), ${addressInSql(name)}, ${addressInSql(key)}]`;
}
