import "server-only";
import type { Field } from "#lib/imports/csv/header-names.ts";
import { linkCustomers } from "#lib/imports/link-customers.ts";
import { stageRows } from "#lib/imports/staged-table.ts";
import { updateTickets } from "#lib/imports/update-tickets.ts";
import type { Write } from "#lib/operations/write.ts";

const batchSize = 1000;

const allFields: ReadonlySet<Field> = new Set<Field>([
  ...(["key", "summary", "description", "issueType", "requestType", "status"] as const),
  ...(["statusCategory", "priority", "severity", "reporter", "reporterId", "created"] as const),
  ...(["updated", "resolved", "labels", "organisations", "customers"] as const),
]);

type Run = { id: string; sourceId: string };

/**
 * Sets what a run changed back to what it was, the way imports write, where the ticket is as the run left it: its
 * insight follows in what nobody has rewritten. @returns how many went back, and how many have changed since.
 */
export async function undoUpdated(w: Write, run: Run, now: Date) {
  let restored = 0;
  for (let after: string | null = null; ; ) {
    const batch: Batch = await nextBatch(w, run.id, after);
    if (batch.json === null || batch.last === null) break;
    after = batch.last;
    restored += batch.rows;
    await stageRows(w, run.sourceId, { rows: batch.rows, json: batch.json });
    await updateTickets(w, {
      ...run,
      ...{ runId: null, present: allFields, rawNames: batch.rawNames, now, takesOlder: true },
    });
    await linkCustomers(w);
    await w.tx.$executeRaw`
      UPDATE ticket t SET row_hash = convert_to(s.row_hash, 'UTF8')
      FROM staged s WHERE t.id = s.ticket_id AND t.row_hash <> convert_to(s.row_hash, 'UTF8')`;
  }
  const left = await w.tx
    .$executeRaw`DELETE FROM import_before WHERE import_run_id = ${run.id}::uuid`;
  return { restored, kept: left - restored };
}

type Batch = { rows: number; json: string | null; last: string | null; rawNames: string[] };

/** The next tickets by id, with what they were. */
async function nextBatch(w: Write, runId: string, after: string | null): Promise<Batch> {
  const [batch] = await w.tx.$queryRaw<Batch[]>`
    WITH wanted AS (
      SELECT b.ticket_id, b.before, t.raw FROM import_before b JOIN ticket t ON t.id = b.ticket_id
      WHERE b.import_run_id = ${runId}::uuid AND t.row_hash = b.written_hash
        AND (${after}::uuid IS NULL OR b.ticket_id > ${after}::uuid)
      ORDER BY b.ticket_id LIMIT ${batchSize}
    )
    SELECT count(*)::int AS rows, (max(ticket_id::text)) AS last,
      jsonb_agg(before || jsonb_build_object('changed_at', before -> 'updated_at',
        'superseded', false, 'position', 0))::text AS json,
      coalesce((SELECT array_agg(DISTINCT k) FROM wanted x, jsonb_object_keys(x.raw) AS k), '{}') AS "rawNames"
    FROM wanted`;
  return batch ?? { rows: 0, json: null, last: null, rawNames: [] };
}
