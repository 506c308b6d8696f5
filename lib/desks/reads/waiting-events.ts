import "server-only";
import { z } from "zod";
import { db } from "#lib/db.ts";
import { longestWaitMs } from "#lib/desks/decide-events.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { bytes, onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

const batchSize = 100;
/** So much of their bodies at once, however few they are. */
const batchBytes = 8 * 1024 * 1024;

const waiting = z.object({ id: z.guid(), receivedAt: z.date(), body: bytes });
export type WaitingEvent = z.infer<typeof waiting>;

/**
 * Connections with events to be taken in. Those of a paused one wait. `new` leaves out those that wait for their ticket:
 * to look for it each time would cost more the more of them there are.
 */
export async function listSourcesWithEvents(
  now: Date,
  which: "new" | "all" = "all",
): Promise<string[]> {
  const ready = which === "new" ? Prisma.sql`e.waits_for IS NULL` : isReady(now);
  const rows = await listRows(db(), onlyId)`
    SELECT s.id::text AS id FROM source s
    WHERE s.kind LIKE 'jira-%' AND s.paused_at IS NULL AND s.archived_at IS NULL
      AND EXISTS (SELECT FROM webhook_event e WHERE e.source_id = s.id AND e.handled_at IS NULL AND ${ready})`;
  return rows.map(({ id }) => id);
}

/** The next of a source's, oldest first; those that were tried before come after the others. */
export function readWaitingEvents(sourceId: string, now: Date): Promise<WaitingEvent[]> {
  return listRows(db(), waiting)`
    WITH next AS (
      SELECT e.id, e.tries, e.received_at, octet_length(e.body) AS bytes FROM webhook_event e
      WHERE e.source_id = ${sourceId}::uuid AND e.handled_at IS NULL AND ${isReady(now)}
      ORDER BY e.tries, e.received_at, e.id LIMIT ${batchSize}
    ), fitting AS (
      SELECT id, sum(bytes) OVER (ORDER BY tries, received_at, id) - bytes AS before FROM next
    )
    SELECT e.id::text AS id, e.received_at AS "receivedAt", e.body FROM webhook_event e JOIN fitting f USING (id)
    WHERE f.before < ${batchBytes} ORDER BY e.tries, e.received_at, e.id`;
}

/** Its ticket is here, or has not come for so long that it won't. */
function isReady(now: Date): Prisma.Sql {
  const oldest = new Date(now.getTime() - longestWaitMs);
  return Prisma.sql`(e.waits_for IS NULL OR e.received_at <= ${oldest} OR EXISTS (SELECT FROM ticket t
    WHERE t.source_id = e.source_id AND t.external_id = e.waits_for))`;
}
