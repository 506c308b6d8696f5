import "server-only";
import { haveCustomersAlone } from "#lib/customers/customers-lock.ts";
import type { Write } from "#lib/operations/write.ts";

/** Foreign keys are looked after row by row when a statement ends: smaller ones hold less at once. */
const batchSize = 10_000;

/**
 * Deletes what a run created, insights and tickets with all that hangs on them, and the customers and requesters that
 * it alone had named and nobody has touched. The caller has made sure that nobody worked on them. @returns how many
 * insights.
 */
export async function undoCreated(w: Write, runId: string): Promise<number> {
  await w.tx.$executeRaw`
    CREATE TEMPORARY TABLE leaving ON COMMIT DROP AS
    SELECT i.id AS insight_id, t.id AS ticket_id, row_number() OVER (ORDER BY t.id) AS place
    FROM ticket t LEFT JOIN insight i ON i.ticket_id = t.id WHERE t.import_run_id = ${runId}::uuid`;
  await w.tx.$executeRaw`CREATE INDEX ON leaving (place)`;
  await w.tx.$executeRaw`ANALYZE leaving`;
  await rememberNames(w);
  const [all] = await w.tx.$queryRaw<{ insights: number; rows: number }[]>`
    SELECT count(insight_id)::int AS insights, count(*)::int AS rows FROM leaving`;
  for (let from = 0; from < (all?.rows ?? 0); from += batchSize)
    await deleteBatch(w, from, from + batchSize);
  // Whoever is about to tie something to one of these customers has done so by now, or finds it gone.
  await haveCustomersAlone(w.tx);
  await deleteUnused(w);
  return all?.insights ?? 0;
}

async function deleteBatch(w: Write, from: number, to: number): Promise<void> {
  await w.tx.$executeRaw`
    DELETE FROM insight_organisation l USING leaving g
    WHERE l.insight_id = g.insight_id AND g.place > ${from} AND g.place <= ${to}`;
  await w.tx.$executeRaw`
    DELETE FROM insight_requester l USING leaving g
    WHERE l.insight_id = g.insight_id AND g.place > ${from} AND g.place <= ${to}`;
  await w.tx.$executeRaw`
    DELETE FROM insight i USING leaving g WHERE i.id = g.insight_id AND g.place > ${from} AND g.place <= ${to}`;
  await w.tx.$executeRaw`
    DELETE FROM ticket_comment c USING leaving g
    WHERE c.ticket_id = g.ticket_id AND g.place > ${from} AND g.place <= ${to}`;
  await w.tx.$executeRaw`
    DELETE FROM ticket_transition c USING leaving g
    WHERE c.ticket_id = g.ticket_id AND g.place > ${from} AND g.place <= ${to}`;
  await w.tx.$executeRaw`
    DELETE FROM ticket_key k USING leaving g
    WHERE k.ticket_id = g.ticket_id AND g.place > ${from} AND g.place <= ${to}`;
  await w.tx.$executeRaw`
    DELETE FROM ticket t USING leaving g WHERE t.id = g.ticket_id AND g.place > ${from} AND g.place <= ${to}`;
}

async function rememberNames(w: Write): Promise<void> {
  await w.tx.$executeRaw`
    CREATE TEMPORARY TABLE leaving_requester ON COMMIT DROP AS
    SELECT DISTINCT l.requester_id AS id FROM insight_requester l JOIN leaving g USING (insight_id)`;
  await w.tx.$executeRaw`
    CREATE TEMPORARY TABLE leaving_organisation ON COMMIT DROP AS
    SELECT DISTINCT l.organisation_id AS id FROM insight_organisation l JOIN leaving g USING (insight_id)`;
}

/** What an import alone wrote left no change; whatever a person did to it has one. */
async function deleteUnused(w: Write): Promise<void> {
  await w.tx.$executeRaw`
    DELETE FROM requester r USING leaving_requester g
    WHERE r.id = g.id AND r.erased_at IS NULL
      AND NOT EXISTS (SELECT FROM insight_requester l WHERE l.requester_id = r.id)
      AND NOT EXISTS (SELECT FROM change c WHERE c.row_id = r.id::text)`;
  await w.tx.$executeRaw`
    DELETE FROM organisation o USING leaving_organisation g
    WHERE o.id = g.id AND o.state = 'customer' AND o.merged_into_id IS NULL AND o.archived_at IS NULL
      AND num_nonnulls(o.revenue_cents, o.at_stake_cents, o.segment, o.account_manager) = 0
      AND NOT EXISTS (SELECT FROM insight_organisation l WHERE l.organisation_id = o.id)
      AND NOT EXISTS (SELECT FROM requester r WHERE r.organisation_id = o.id)
      AND NOT EXISTS (SELECT FROM organisation m WHERE m.merged_into_id = o.id)
      AND NOT EXISTS (SELECT FROM organisation_alias a WHERE a.organisation_id = o.id)
      AND NOT EXISTS (SELECT FROM change c WHERE c.row_id = o.id::text)`;
}
