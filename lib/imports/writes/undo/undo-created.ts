import "server-only";
import type { z } from "zod";
import { haveNamesAlone } from "#lib/forgotten/writes/names-lock.ts";
import { changedSince, isWorkedOn } from "#lib/imports/reads/undo-blockers.ts";
import type { Undone } from "#lib/imports/undone.ts";
import type { Write } from "#lib/operations/write.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";
import { deleteTickets } from "#lib/tickets/writes/delete-tickets.ts";

/**
 * Deletes the next of what a run created, after `afterTicketId`. What somebody has worked on since the undo began stays,
 * and so does what has changed since the run.
 */
export async function undoCreated(
  w: Write,
  runId: string,
  afterTicketId: string | null,
  most: number,
): Promise<Undone> {
  // Whoever is about to tie something to one of these customers has done so by now, or finds it gone.
  await haveNamesAlone(w.tx);
  const batch = idsOf(
    await listRows(w.tx, onlyId)`
      SELECT id::text AS id FROM ticket
      WHERE import_run_id = ${runId}::uuid AND (${afterTicketId}::uuid IS NULL OR id > ${afterTicketId}::uuid)
      ORDER BY id LIMIT ${most}`,
  );
  // Who works on one of them now is waited for, and then seen.
  await w.tx.$executeRaw`
    SELECT id FROM insight WHERE ticket_id = ANY (${batch}::uuid[]) ORDER BY id FOR UPDATE`;
  const kept = new Set(
    idsOf(
      await listRows(w.tx, onlyId)`
        SELECT t.id::text AS id FROM ticket t WHERE t.id = ANY (${batch}::uuid[]) AND ${changedSince(runId)}`,
    ),
  );
  const unchanged = batch.filter((id) => !kept.has(id));
  const stayed = new Set(
    idsOf(
      await listRows(w.tx, onlyId)`
        SELECT DISTINCT i.ticket_id::text AS id FROM insight i
        WHERE i.ticket_id = ANY (${unchanged}::uuid[]) AND ${isWorkedOn}`,
    ),
  );
  const leaving = unchanged.filter((id) => !stayed.has(id));
  await deleteTickets(w, leaving);
  return {
    ...{ deleted: leaving.length, restored: 0, kept: kept.size, stayed: stayed.size },
    afterTicketId: batch.at(-1) ?? afterTicketId,
  };
}

function idsOf(rows: z.infer<typeof onlyId>[]): string[] {
  return rows.map(({ id }) => id);
}
