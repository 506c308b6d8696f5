import "server-only";
import { z } from "zod";
import { db, type Tx } from "#lib/db.ts";
import type { KnownTicket } from "#lib/desks/decide-events.ts";
import type { ReadEvent } from "#lib/desks/read-event.ts";
import { listRows } from "#lib/sql/rows.ts";

const aTicket = z.object({
  issueId: z.string(),
  deskUpdatedAt: z.date().nullable(),
  gone: z.boolean(),
});
/** By the desk's id. */
const touched = z.object({ id: z.string() });

/** What is here of the tickets that events are about, by the desk's id or, when a file brought them, by key. */
export async function readTicketsHere(
  tx: Pick<Tx, "$queryRaw">,
  sourceId: string,
  events: ReadEvent[],
): Promise<Map<string, KnownTicket>> {
  const pairs = new Map(
    events.flatMap(({ event }) =>
      event.siteIssueId ? [[event.siteIssueId, event.key ?? ""] as const] : [],
    ),
  );
  const rows = await listRows(tx, aTicket)`
    SELECT g.id AS "issueId", t.desk_updated_at AS "deskUpdatedAt", t.deleted_in_desk_at IS NOT NULL AS gone
    FROM unnest(${[...pairs.keys()]}::text[], ${[...pairs.values()]}::text[]) AS g (id, key)
    JOIN ticket t ON t.source_id = ${sourceId}::uuid AND (t.external_id = g.id
      OR (t.external_id LIKE 'key:%' AND t.id IN (SELECT k.ticket_id FROM ticket_key k
        WHERE k.source_id = ${sourceId}::uuid AND k.key = g.key)))`;
  return new Map(
    rows.map(({ issueId, deskUpdatedAt, gone }) => [issueId, { deskUpdatedAt, isDeleted: gone }]),
  );
}

/** Of these tickets those that events have lately changed: what they don't tell is to be asked for. */
export async function readLatelyTouched(
  sourceId: string,
  issueIds: string[],
): Promise<Set<string>> {
  const rows = await listRows(db(), touched)`
    SELECT DISTINCT e.waits_for AS id FROM webhook_event e
    WHERE e.source_id = ${sourceId}::uuid AND e.outcome = 'taken' AND e.waits_for = ANY (${issueIds})
      AND e.handled_at > (SELECT coalesce(pulled_at, '-infinity') - interval '10 minutes' FROM source_state
        WHERE source_id = ${sourceId}::uuid)`;
  return new Set(rows.map(({ id }) => id));
}
