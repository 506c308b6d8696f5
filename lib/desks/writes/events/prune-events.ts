import "server-only";
import { db } from "#lib/db.ts";

const keptForMs = 30 * 24 * 60 * 60_000;

/**
 * Those that were over a month ago go: the desk doesn't send them again. So do those that a source which was paused that
 * long never took: the comparison of the night brings what they told.
 */
export async function pruneEvents(now: Date): Promise<number> {
  const oldest = new Date(now.getTime() - keptForMs);
  return db().$executeRaw`
    DELETE FROM webhook_event
    WHERE handled_at < ${oldest} OR (handled_at IS NULL AND received_at < ${oldest})`;
}
