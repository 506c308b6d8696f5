import "server-only";
import { db, type Tx } from "#lib/db.ts";
import type { AsideReason } from "#lib/desks/aside-reason.ts";

/** A ticket as far as it is known which it is. `changedAt` is its state in the desk, null where that was not told. */
export type AsideTicket = { externalId: string; key: string | null; changedAt: Date | null };

/** Puts a ticket aside, so that those after it come in; it is tried again when it changes, and in the night. */
export async function putAside(
  sourceId: string,
  { externalId, key, changedAt }: AsideTicket,
  reason: AsideReason,
  now: Date,
): Promise<void> {
  const told = { key, reason, changedAt, triedAt: now };
  await db().ticketAside.upsert({
    where: { sourceId_externalId: { sourceId, externalId } },
    create: { sourceId, externalId, ...told, asideAt: now },
    update: told,
  });
}

/** Those came in, or are gone from the desk. */
export async function noLongerAside(
  { tx }: { tx: Pick<Tx, "$executeRaw"> },
  sourceId: string,
  issueIds: readonly string[],
): Promise<void> {
  if (issueIds.length === 0) return;
  await tx.$executeRaw`
    DELETE FROM ticket_aside WHERE source_id = ${sourceId}::uuid AND external_id = ANY (${[...issueIds]})`;
}
