import "server-only";
import { readForgotten } from "#lib/forgotten/writes/read-forgotten.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Write } from "#lib/operations/write.ts";
import { ticketColumns } from "#lib/tickets/columns.ts";
import type { StagedRows } from "#lib/tickets/staged-rows.ts";
import { withoutForgotten } from "#lib/tickets/writes/without-forgotten.ts";

// Rows go through a temporary table, so that finding what is known, writing what is new and comparing what is not
// are one statement each, whatever the size of the batch.

const columns = Prisma.raw(ticketColumns.map(({ name, type }) => `${name} ${type}`).join(", "));

/** Stages rows as new, each with the ids that it and its insight will have, and without the forgotten. */
export async function stageAsNew(w: Pick<Write, "tx">, staged: StagedRows): Promise<void> {
  const forgotten = await readForgotten(w.tx);
  const json = forgotten ? withoutForgotten(forgotten, staged.json) : staged.json;
  await w.tx.$executeRaw`
    CREATE TEMPORARY TABLE IF NOT EXISTS staged (${columns}, ticket_id uuid, insight_id uuid, is_new boolean)
    ON COMMIT DELETE ROWS`;
  await w.tx.$executeRaw`TRUNCATE staged`;
  await w.tx.$executeRaw`
    INSERT INTO staged
    SELECT r.*, uuidv7(), uuidv7(), true FROM jsonb_to_recordset(${json}::jsonb) AS r (${columns})`;
}

/** Stages rows, and then notes which of their tickets are known. @returns how many are. */
export async function stage(
  w: Pick<Write, "tx">,
  sourceId: string,
  staged: StagedRows,
): Promise<number> {
  await stageAsNew(w, staged);
  const byId = await w.tx.$executeRaw`
    UPDATE staged s SET ticket_id = t.id, insight_id = NULL, is_new = false FROM ticket t
    WHERE t.source_id = ${sourceId}::uuid AND t.external_id = s.external_id`;
  return byId === staged.rows ? byId : byId + (await findByKey(w, sourceId));
}

/** By a key the ticket ever had, when this file, or the one before, has no ids. */
async function findByKey(w: Pick<Write, "tx">, sourceId: string): Promise<number> {
  const byKey = await w.tx.$executeRaw`
    UPDATE staged s SET ticket_id = t.id, insight_id = NULL, is_new = false
    FROM ticket_key k JOIN ticket t ON t.id = k.ticket_id
    WHERE s.is_new AND s.key IS NOT NULL AND k.source_id = ${sourceId}::uuid AND k.key = s.key
      AND (s.external_id LIKE 'key:%' OR t.external_id LIKE 'key:%')`;
  if (byKey === 0) return 0;
  await w.tx.$executeRaw`
    UPDATE ticket t SET external_id = s.external_id FROM staged s
    WHERE s.ticket_id = t.id AND t.external_id LIKE 'key:%' AND s.external_id NOT LIKE 'key:%'`;
  // Two rows under two keys of one ticket: the newer one counts.
  await w.tx.$executeRaw`
    UPDATE staged s SET superseded = true FROM staged o
    WHERE o.ticket_id = s.ticket_id AND (coalesce(o.updated_at, '-infinity'), o.position)
      > (coalesce(s.updated_at, '-infinity'), s.position)`;
  return byKey;
}
