import "server-only";
import { readForgotten } from "#lib/customers/writes/forgotten.ts";
import type { Write } from "#lib/operations/write.ts";
import type { StagedWave } from "#lib/tickets/staging-rows.ts";
import { withoutForgotten } from "#lib/tickets/without-forgotten.ts";

// Rows go through a temporary table, so that finding what is known, writing what is new and comparing what is not
// are one statement each, whatever the size of the batch.

/** Lays the rows down as new, each with the ids that it and its insight will have, and without the forgotten. */
export async function layRows(w: Pick<Write, "tx">, wave: StagedWave): Promise<void> {
  const forgotten = await readForgotten(w.tx);
  const json = forgotten ? withoutForgotten(forgotten, wave.json) : wave.json;
  await w.tx.$executeRaw`
    CREATE TEMPORARY TABLE IF NOT EXISTS staged (
      position int, external_id text, key text, title text, body text, issue_type text, request_type text, status text,
      status_category text, severity text, labels text[], reporter_name text, reporter_key text,
      organisation_names text[], raw jsonb, row_hash text, created_at timestamptz, updated_at timestamptz,
      resolved_at timestamptz, said_at timestamptz, changed_at timestamptz, kind text, language text,
      superseded boolean, ticket_id uuid, insight_id uuid, is_new boolean) ON COMMIT DELETE ROWS`;
  await w.tx.$executeRaw`TRUNCATE staged`;
  await w.tx.$executeRaw`
    INSERT INTO staged
    SELECT r.*, uuidv7(), uuidv7(), true FROM jsonb_to_recordset(${json}::jsonb) AS r (
      position int, external_id text, key text, title text, body text, issue_type text, request_type text, status text,
      status_category text, severity text, labels text[], reporter_name text, reporter_key text,
      organisation_names text[], raw jsonb, row_hash text, created_at timestamptz, updated_at timestamptz,
      resolved_at timestamptz, said_at timestamptz, changed_at timestamptz, kind text, language text,
      superseded boolean)`;
}

/** Lays the rows down, and then notes which of their tickets are known. @returns how many are. */
export async function stageRows(
  w: Pick<Write, "tx">,
  sourceId: string,
  wave: StagedWave,
): Promise<number> {
  await layRows(w, wave);
  const byId = await w.tx.$executeRaw`
    UPDATE staged s SET ticket_id = t.id, insight_id = NULL, is_new = false FROM ticket t
    WHERE t.source_id = ${sourceId}::uuid AND t.external_id = s.external_id`;
  return byId === wave.rows ? byId : byId + (await findByKey(w, sourceId));
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
