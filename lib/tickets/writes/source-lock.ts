import "server-only";
import type { Tx } from "#lib/db.ts";

// Whatever writes tickets of a source takes turns by this lock, before it touches any row, so that what one is about to
// write is known to the next, and no two wait for each other. Only batches of which nothing is known share it.

type Asks = Pick<Tx, "$executeRaw">;

export async function haveSourceAlone(tx: Asks, sourceId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('import:' || ${sourceId}))`;
}

export async function shareSource(tx: Asks, sourceId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM pg_advisory_xact_lock_shared(hashtext('import:' || ${sourceId}))`;
}
