import "server-only";
import type { Inspection } from "#lib/imports/reading/inspect-file.ts";
import type { Batch } from "#lib/imports/reads/read-batches.ts";
import type { Write } from "#lib/operations/write.ts";
import type { Field } from "#lib/tickets/field-names.ts";
import { createTickets } from "#lib/tickets/writes/create-tickets.ts";
import { linkCustomers } from "#lib/tickets/writes/link-customers.ts";
import { layRows, stageRows } from "#lib/tickets/writes/staging.ts";
import { updateTickets } from "#lib/tickets/writes/update-tickets.ts";

export type Counts = { created: number; updated: number; unchanged: number };

/** Where rows go, and what the file they come from has columns for; without a run where they come by themselves. */
export type Target = {
  sourceId: string;
  runId: string | null;
  present: ReadonlySet<Field>;
  rawNames: string[];
  now: Date;
  /** Whether what changes is kept as it was, so that the run can be undone. */
  keepsBefore?: boolean;
  /** Whether an older state counts too: an import is being undone. */
  takesOlder?: boolean;
};

/** A date that could not be read and a text with markup stand among the raw fields too, under their column's name. */
const keptAsWritten: readonly Field[] = ["created", "updated", "resolved", "description"];

export function targetOf(
  run: { id: string; sourceId: string },
  { present, columns }: Inspection,
  now: Date,
): Target {
  const rawNames = columns.flatMap(({ rawName, field, header }) => {
    if (rawName !== null) return [rawName];
    return field !== null && keptAsWritten.includes(field) ? [header] : [];
  });
  return {
    sourceId: run.sourceId,
    runId: run.id,
    present,
    rawNames: [...new Set(rawNames)],
    now,
    keepsBefore: true,
  };
}

/** Writes what of a batch may differ from what is known. */
export async function writeBatch(
  w: Write,
  target: Target,
  { same, waves }: Pick<Batch, "same" | "waves">,
): Promise<Counts> {
  const counts: Counts = { created: 0, updated: 0, unchanged: same };
  for (const wave of waves) {
    const known = await stageRows(w, target.sourceId, wave);
    const created = known < wave.rows ? await createTickets(w, target, "taken over") : 0;
    const updated = known > 0 ? await updateTickets(w, target) : 0;
    if (created + updated > 0) await linkCustomers(w);
    counts.created += created;
    counts.updated += updated;
    counts.unchanged += wave.rows - created - updated;
  }
  return counts;
}

/**
 * Writes a batch of which nothing is known, without looking. `turn` is awaited before what another such batch may be
 * about to write as well.
 * @throws what the database says when something of it is known after all.
 */
export async function writeFresh(
  w: Write,
  target: Target,
  { same, waves }: Batch,
  turn: () => Promise<void>,
): Promise<Counts> {
  const counts: Counts = { created: 0, updated: 0, unchanged: same };
  for (const wave of waves) {
    await layRows(w, wave);
    counts.created += await createTickets(w, target, "unknown");
  }
  await turn();
  await linkCustomers(w);
  return counts;
}
