import "server-only";
import { z } from "zod";
import type { Write } from "#lib/operations/write.ts";
import { oneRow } from "#lib/sql/rows.ts";
import { writtenFields } from "#lib/tickets/columns.ts";
import { linkCustomers } from "#lib/tickets/writes/link-customers.ts";
import { stage } from "#lib/tickets/writes/staging.ts";
import { dropToldComments } from "#lib/tickets/writes/told-comments.ts";
import { updateTickets } from "#lib/tickets/writes/update-tickets.ts";

type Run = { id: string; sourceId: string };

/** In tickets: those that are as they were before the run, and those that stay, having changed since. */
export type Restored = { restored: number; kept: number };

/**
 * Sets the next of what a run changed back to what it was, the way imports write, where the ticket is as the run left
 * it: its insight follows in what nobody has rewritten.
 */
export async function restoreTickets(
  w: Write,
  run: Run,
  most: number,
  now: Date,
): Promise<Restored> {
  const batch = await nextBatch(w, run.id, most);
  if (batch.json !== null) {
    await stage(w, run.sourceId, { rows: batch.rows, json: batch.json, isCommented: false });
    await updateTickets(w, {
      ...run,
      ...{ runId: null, present: writtenFields, rawNames: batch.rawNames, now, takesOlder: true },
    });
    await linkCustomers(w);
    await dropToldComments(w, run.id);
    await w.tx.$executeRaw`
      UPDATE ticket t SET row_hash = convert_to(s.row_hash, 'UTF8')
      FROM staged s WHERE t.id = s.ticket_id AND t.row_hash <> convert_to(s.row_hash, 'UTF8')`;
  }
  await w.tx.$executeRaw`
    DELETE FROM import_before WHERE import_run_id = ${run.id}::uuid AND ticket_id = ANY (${batch.ids}::uuid[])`;
  return { restored: batch.rows, kept: batch.ids.length - batch.rows };
}

const aBatch = z.object({
  ids: z.array(z.guid()),
  rows: z.number(),
  json: z.string().nullable(),
  rawNames: z.array(z.string()),
});

/** The next tickets by id; of those that are as the run left them, what they were. */
function nextBatch(w: Write, runId: string, most: number): Promise<z.infer<typeof aBatch>> {
  return oneRow(w.tx, aBatch)`
    WITH wanted AS (
      SELECT b.ticket_id, b.before, t.raw, t.row_hash = b.written_hash AS is_same
      FROM import_before b JOIN ticket t ON t.id = b.ticket_id
      WHERE b.import_run_id = ${runId}::uuid ORDER BY b.ticket_id LIMIT ${most}
    )
    SELECT coalesce(array_agg(ticket_id::text), '{}') AS ids, count(*) FILTER (WHERE is_same)::int AS rows,
      (jsonb_agg(before || jsonb_build_object('changed_at', before -> 'updated_at',
        'superseded', false, 'position', 0)) FILTER (WHERE is_same))::text AS json,
      coalesce((SELECT array_agg(DISTINCT k) FROM wanted x, jsonb_object_keys(x.raw) AS k WHERE x.is_same), '{}') AS "rawNames"
    FROM wanted`;
}
