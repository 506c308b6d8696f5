import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { db, type Tx } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import type { Turn } from "#lib/imports/parallel-batches.ts";
import type { Inspection } from "#lib/imports/reading/inspect-file.ts";
import type { Batch } from "#lib/imports/reads/read-batches.ts";
import { newCall, type OperationMeta, write } from "#lib/operations/write.ts";
import { haveSourceAlone, shareSource } from "#lib/tickets/writes/source-lock.ts";
import {
  type Counts,
  targetOf,
  writeBatch,
  writeFresh,
} from "#lib/tickets/writes/write-tickets.ts";

export type Run = { id: string; sourceId: string; sourceName: string; cursorRow: number };

/** How long a fresh batch waits for what another import holds before it gives up being written together. */
const patienceMs = 3000;

/**
 * A batch of which something may be known. Two files of one source take turns with such ones, so that what one
 * creates the other finds. Rows that are as they were only move the cursor; an operation is for what changes something.
 * @throws UserError `import-taken-over` when another worker goes on with this run, or has ended it.
 */
export async function takeAlone(
  actor: Actor,
  run: Run,
  inspection: Inspection,
  batch: Batch,
  now: Date,
): Promise<void> {
  if (batch.waves.length === 0) {
    const counts: Counts = { created: 0, updated: 0, unchanged: batch.same };
    await db().$transaction((tx) => move(tx, run, batch, counts));
    return;
  }
  await write(actor, newCall(now), operationOf(run, batch), async (w) => {
    await haveSourceAlone(w.tx, run.sourceId);
    const counts = await writeBatch(w, targetOf(run, inspection, now), batch);
    await move(w.tx, run, batch, counts);
    return counts;
  });
}

/**
 * A batch that nobody knew when it was read. It shares the source with other such ones and with nothing else; that it
 * is still unknown is for the unique keys to say. Customers, of which two batches may name the same, and the cursor
 * wait for the batch before.
 * @throws when anything is in its way: then it has left no trace, and is to be taken alone.
 */
export async function takeTogether(
  actor: Actor,
  run: Run,
  inspection: Inspection,
  batch: Batch,
  now: Date,
  turn: Turn,
): Promise<void> {
  await write(actor, newCall(now), operationOf(run, batch), async (w) => {
    await shareSource(w.tx, run.sourceId);
    // The database sees no deadlock of which one wait is here: for the turn.
    await w.tx.$executeRaw`SELECT set_config('lock_timeout', ${String(patienceMs)}, true)`;
    turn.begun();
    const counts = await writeFresh(w, targetOf(run, inspection, now), batch, turn.come);
    await move(w.tx, run, batch, counts);
    return counts;
  });
}

function operationOf(run: Run, { waves }: Batch): OperationMeta {
  const count = waves.reduce((sum, { rows }) => sum + rows, 0);
  return { name: "import.batch", params: { run: run.id, source: run.sourceName, count } };
}

/** Two workers on one run: the slower finds the cursor moved, and leaves without a trace. */
async function move(tx: Tx, run: Run, { after, cursor, twice }: Batch, counts: Counts) {
  const moved = await tx.$executeRaw`
    UPDATE import_run SET cursor_row = ${cursor}, created = created + ${counts.created},
      updated = updated + ${counts.updated}, unchanged = unchanged + ${counts.unchanged},
      duplicates = duplicates || ${twice}::text[]
    WHERE id = ${run.id}::uuid AND state = 'writing' AND cursor_row = ${after}`;
  if (moved === 0) throw new UserError("import-taken-over");
}
