import "server-only";
import type { Write } from "#lib/operations/write.ts";

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

/** The one written exactly so, else the one that differs in case and accents only. */
export async function organisationNamed(w: Write, name: string): Promise<string | null> {
  await w.tx
    .$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('organisation:' || lower(unaccented(${name}))))`;
  const rows = await w.tx.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM organisation
    WHERE lower(unaccented(name)) = lower(unaccented(${name})) AND archived_at IS NULL
    ORDER BY lower(name) = lower(${name}) DESC, created_at LIMIT 1`;
  return rows[0]?.id ?? null;
}
