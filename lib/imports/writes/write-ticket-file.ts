import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import {
  mostInParallel,
  type ParallelBatches,
  parallelBatches,
} from "#lib/imports/parallel-batches.ts";
import { targetOf } from "#lib/imports/reading/target-of.ts";
import { watchPeopleAtWork } from "#lib/imports/reads/people-at-work.ts";
import {
  type TicketBatch,
  type TicketFile,
  ticketBatches,
} from "#lib/imports/reads/ticket-batches.ts";
import { beginRun, finishRun } from "#lib/imports/writes/run-bounds.ts";
import { writeBatch, writeNewBatch } from "#lib/imports/writes/write-batch.ts";

type Settings = TicketFile & { now: () => Date };

/**
 * Writes an inspected file batch by batch, the cursor in the same transaction. Called again for the same run and file
 * it goes on where the cursor stands.
 * @throws UserError `import-taken-over` when another worker goes on with this run, or has ended it;
 *   `import-source-undoing` when it must wait, nothing being written.
 */
export async function writeTicketFile(
  actor: Actor,
  runId: string,
  settings: Settings,
): Promise<void> {
  const { inspection, now } = settings;
  const run = await beginRun(runId, inspection, now());
  const target = () => targetOf(run, inspection, now());
  const people = watchPeopleAtWork();
  const writing = parallelBatches<TicketBatch>(
    {
      inParallel: (batch, order) => writeNewBatch(actor, run, target(), batch, order),
      alone: (batch) => writeBatch(actor, run, target(), batch),
    },
    // Two take all of a small machine: while somebody works, one processor is theirs.
    () => (people.isAnybody() ? 1 : mostInParallel),
  );
  try {
    await writeAll(ticketBatches(run, settings, now), writing);
  } finally {
    people.stop();
    await writing.settle();
  }
  await finishRun(actor, run, inspection, now());
}

async function writeAll(
  batches: AsyncGenerator<TicketBatch>,
  writing: ParallelBatches<TicketBatch>,
): Promise<void> {
  try {
    // The next batch is read and made ready while the database writes those before it.
    let coming = batches.next();
    for (let { done, value } = await coming; !done; { done, value } = await coming) {
      coming = batches.next();
      // Awaited at the top of the loop; a failure here must not be an unhandled one there.
      coming.catch(() => {});
      await (value.isNew ? writing.inParallel(value) : writing.alone(value));
    }
    await writing.finish();
  } finally {
    await batches.return(undefined);
  }
}
