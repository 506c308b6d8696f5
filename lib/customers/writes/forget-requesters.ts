import "server-only";
import type { Write } from "#lib/operations/write.ts";

/** Leaves the entries, of nobody. What stood there is not recorded. */
export async function forgetRequesters(w: Write, ids: readonly string[], now: Date): Promise<void> {
  await w.update("requester", [...ids], { erasedAt: now });
  await w.tx.$executeRaw`
    UPDATE requester SET name = '', email = NULL, external_key = 'erased:' || id, organisation_id = NULL
    WHERE id = ANY (${[...ids]}::uuid[])`;
}
