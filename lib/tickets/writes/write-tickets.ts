import "server-only";
import type { Write } from "#lib/operations/write.ts";
import type { StagedRows } from "#lib/tickets/staged-rows.ts";
import type { Counts, Target } from "#lib/tickets/target.ts";
import { createTickets } from "#lib/tickets/writes/create-tickets.ts";
import { linkCustomers } from "#lib/tickets/writes/link-customers.ts";
import { stage, stageAsNew } from "#lib/tickets/writes/staging.ts";
import { keepToldComments } from "#lib/tickets/writes/told-comments.ts";
import { updateTickets } from "#lib/tickets/writes/update-tickets.ts";

/** Tickets to write, each once a group, and how many beside them are as they were. */
export type Told = { unchanged: number; groups: readonly StagedRows[] };

/** Writes tickets of which some may be known: those that are new, and of the others what differs. */
export async function writeTickets(
  w: Write,
  target: Target,
  { unchanged, groups }: Told,
): Promise<Counts> {
  const counts: Counts = { created: 0, updated: 0, unchanged };
  for (const group of groups) {
    const known = await stage(w, target.sourceId, group);
    const created = known < group.rows ? await createTickets(w, target, "taken over") : 0;
    const updated = known > 0 ? await updateTickets(w, target) : 0;
    if (group.isCommented) await keepToldComments(w, target);
    if (created + updated > 0) await linkCustomers(w);
    counts.created += created;
    counts.updated += updated;
    counts.unchanged += group.rows - created - updated;
  }
  return counts;
}

/**
 * Writes tickets of which nothing is known, without looking. `previousWritten` is awaited before what another such batch
 * may be about to write as well.
 * @throws what the database says when something of it is known after all.
 */
export async function writeNewTickets(
  w: Write,
  target: Target,
  { unchanged, groups }: Told,
  previousWritten: () => Promise<void>,
): Promise<Counts> {
  const counts: Counts = { created: 0, updated: 0, unchanged };
  for (const group of groups) {
    await stageAsNew(w, group);
    counts.created += await createTickets(w, target, "unknown");
    if (group.isCommented) await keepToldComments(w, target);
  }
  await previousWritten();
  await linkCustomers(w);
  return counts;
}
