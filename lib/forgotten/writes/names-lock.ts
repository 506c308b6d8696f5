import "server-only";
import type { Tx } from "#lib/db.ts";

// Whatever finds customers and people by name shares this lock while it writes; making one of two, parting them and
// forgetting somebody have it alone: nothing is written by a name that has just come to mean something else.

export async function shareNames(tx: Pick<Tx, "$executeRaw">): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM pg_advisory_xact_lock_shared(hashtext('customers'))`;
}

export async function haveNamesAlone(tx: Pick<Tx, "$executeRaw">): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('customers'))`;
}
