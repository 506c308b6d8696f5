import "server-only";
import type { Write } from "#lib/operations/write.ts";

/**
 * Deletes tickets and their insights with all that hangs on them, and the customers and requesters that they alone had
 * named and nobody has touched. What imports wrote left no change; whatever a person did to a customer has one.
 * Customers must be had alone already (`haveNamesAlone`).
 */
export async function deleteTickets(w: Write, ticketIds: readonly string[]): Promise<void> {
  await w.tx.$executeRaw`
    CREATE TEMPORARY TABLE leaving ON COMMIT DROP AS SELECT unnest(${[...ticketIds]}::uuid[]) AS ticket_id`;
  await rememberNames(w);
  await deleteAll(w);
  await deleteUnused(w);
}

async function deleteAll(w: Write): Promise<void> {
  await w.tx.$executeRaw`
    DELETE FROM insight_organisation l USING leaving_insight g WHERE l.insight_id = g.id`;
  await w.tx
    .$executeRaw`DELETE FROM insight_requester l USING leaving_insight g WHERE l.insight_id = g.id`;
  await w.tx.$executeRaw`DELETE FROM insight i USING leaving_insight g WHERE i.id = g.id`;
  await w.tx
    .$executeRaw`DELETE FROM ticket_comment c USING leaving g WHERE c.ticket_id = g.ticket_id`;
  await w.tx
    .$executeRaw`DELETE FROM ticket_transition c USING leaving g WHERE c.ticket_id = g.ticket_id`;
  await w.tx.$executeRaw`DELETE FROM ticket_key k USING leaving g WHERE k.ticket_id = g.ticket_id`;
  await w.tx.$executeRaw`DELETE FROM ticket t USING leaving g WHERE t.id = g.ticket_id`;
}

async function rememberNames(w: Write): Promise<void> {
  await w.tx.$executeRaw`
    CREATE TEMPORARY TABLE leaving_insight ON COMMIT DROP AS
    SELECT i.id FROM insight i JOIN leaving g ON g.ticket_id = i.ticket_id`;
  await w.tx.$executeRaw`
    CREATE TEMPORARY TABLE leaving_requester ON COMMIT DROP AS
    SELECT DISTINCT l.requester_id AS id FROM insight_requester l JOIN leaving_insight g ON g.id = l.insight_id`;
  await w.tx.$executeRaw`
    CREATE TEMPORARY TABLE leaving_organisation ON COMMIT DROP AS
    SELECT DISTINCT l.organisation_id AS id FROM insight_organisation l JOIN leaving_insight g ON g.id = l.insight_id`;
}

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
