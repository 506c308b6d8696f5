import "server-only";
import { db } from "#lib/db.ts";
import { keptFor } from "#lib/outbox/patience.ts";

/** What ended a month ago, however it ended. */
export async function forgetOldMessages(now: Date): Promise<number> {
  const oldest = new Date(now.getTime() - keptFor * 86_400_000);
  return db().$executeRaw`
    DELETE FROM outbox WHERE id IN (
      SELECT id FROM outbox WHERE state IN ('sent', 'failed', 'withdrawn') AND ended_at < ${oldest} LIMIT 10000)`;
}
