import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { db, type Tx } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { importOps } from "#lib/imports/noun.ts";
import type { Order } from "#lib/imports/parallel-batches.ts";
import type { TicketBatch } from "#lib/imports/reads/ticket-batches.ts";
import { newCall, type OperationMeta, write } from "#lib/operations/write.ts";
import type { Counts, Target } from "#lib/tickets/target.ts";
import { haveSourceAlone, shareSource } from "#lib/tickets/writes/source-lock.ts";
import { writeNewTickets, writeTickets } from "#lib/tickets/writes/write-tickets.ts";

export type Run = { id: string; sourceId: string; sourceName: string; cursorRow: number };

/** How long a new batch waits for what another import holds before it gives up being written in parallel. */
const patienceMs = 3000;

/**
 * A batch of which something may be known. Two files of one source write such ones one after the other, so that what one
 * creates the other finds. Rows that are as they were only move the cursor; an operation is for what changes something.
 * @throws UserError `import-taken-over` when another worker goes on with this run, or has ended it.
 */
export async function writeBatch(
  actor: Actor,
  run: Run,
  target: Target,
  batch: TicketBatch,
): Promise<void> {
  if (batch.groups.length === 0) {
    const counts: Counts = { created: 0, updated: 0, unchanged: batch.unchanged };
    await db().$transaction((tx) => moveCursor(tx, run, batch, counts));
    return;
  }
  await write(actor, newCall(target.now, "import"), operationOf(run, batch), async (w) => {
    await haveSourceAlone(w.tx, run.sourceId);
    const counts = await writeTickets(w, target, batch);
    await moveCursor(w.tx, run, batch, counts);
    return counts;
  });
}

/**
 * A batch that nobody knew when it was read. It shares the source with other such ones and with nothing else; that it
 * is still unknown is for the unique keys to say. Customers, of which two batches may name the same, and the cursor
 * wait for the batch before.
 * @throws when anything is in its way: then it has left no trace, and is to be written alone.
 */
export async function writeNewBatch(
  actor: Actor,
  run: Run,
  target: Target,
  batch: TicketBatch,
  order: Order,
): Promise<void> {
  await write(actor, newCall(target.now, "import"), operationOf(run, batch), async (w) => {
    await shareSource(w.tx, run.sourceId);
    // The database sees no deadlock of which one wait is here: for the batch before.
    await w.tx.$executeRaw`SELECT set_config('lock_timeout', ${String(patienceMs)}, true)`;
    order.begun();
    const counts = await writeNewTickets(w, target, batch, order.previousWritten);
    await moveCursor(w.tx, run, batch, counts);
    return counts;
  });
}

function operationOf(run: Run, { groups }: TicketBatch): OperationMeta {
  const count = groups.reduce((sum, { rows }) => sum + rows, 0);
  return {
    operation: importOps.batch,
    params: { run: run.id, source: run.sourceName, count },
    work: "import",
  };
}

/** Two workers on one run: the slower finds the cursor moved, and leaves without a trace. */
async function moveCursor(
  tx: Tx,
  run: Run,
  { after, cursor, repeated }: TicketBatch,
  counts: Counts,
) {
  const moved = await tx.$executeRaw`
    UPDATE import_run SET cursor_row = ${cursor}, created = created + ${counts.created},
      updated = updated + ${counts.updated}, unchanged = unchanged + ${counts.unchanged},
      duplicates = duplicates || ${repeated}::text[]
    WHERE id = ${run.id}::uuid AND state = 'writing' AND cursor_row = ${after}`;
  if (moved === 0) throw new UserError("import-taken-over");
}
