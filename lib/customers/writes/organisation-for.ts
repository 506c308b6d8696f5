import "server-only";
import { z } from "zod";
import { organisationCalled } from "#lib/customers/reads/organisation-names.ts";
import { shareNames } from "#lib/forgotten/writes/names-lock.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Write } from "#lib/operations/write.ts";
import { oneRow } from "#lib/sql/rows.ts";

/**
 * The organisation of that name, case and accents aside, made as a customer when there is none: somebody who hands in
 * what a customer said should not have to find it first. Locks the name until the transaction ends.
 */
export async function organisationFor(w: Write, name: string, now: Date): Promise<string> {
  const found = await organisationNamed(w, name);
  if (found) return found;
  const [made = ""] = await w.insert("organisation", [
    { name, state: "customer", domains: [], createdAt: now },
  ]);
  return made;
}

const namedSo = z.object({ id: z.guid().nullable() });

/**
 * The one written exactly so, or that another name of it leads to; else the one that differs in case and accents only.
 */
export async function organisationNamed(w: Write, name: string): Promise<string | null> {
  await shareNames(w.tx);
  await w.tx
    .$executeRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('organisation:' || lower(unaccented(${name}))))`;
  const { id } = await oneRow(w.tx, namedSo)`
    SELECT coalesce(${organisationCalled(Prisma.sql`lower(${name})`)}, (
      SELECT coalesce(o.merged_into_id, o.id) FROM organisation o
      WHERE alike_name(o.name) = alike_name(${name}) AND lower(unaccented(o.name)) = lower(unaccented(${name}))
        AND o.archived_at IS NULL ORDER BY o.created_at LIMIT 1), (
      SELECT o.merged_into_id FROM organisation o
      WHERE o.merged_into_id IS NOT NULL AND lower(unaccented(o.name)) = lower(unaccented(${name}))
      ORDER BY o.created_at LIMIT 1))::text AS id`;
  return id;
}
