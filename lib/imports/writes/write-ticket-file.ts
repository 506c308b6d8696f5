import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { createLanes, type Lanes, laneCount } from "#lib/imports/parallel-batches.ts";
import { watchPeopleAtWork } from "#lib/imports/reads/people-at-work.ts";
import { type Batch, type FileToRead, readBatches } from "#lib/imports/reads/read-batches.ts";
import { beginRun, finishRun } from "#lib/imports/writes/run-bounds.ts";
import { takeAlone, takeTogether } from "#lib/imports/writes/write-batch.ts";

type Settings = FileToRead & { now: () => Date };

/**
 * Writes an inspected file batch by batch, the cursor in the same transaction. Called again for the same run and file
 * it goes on where the cursor stands.
 * @throws UserError `import-taken-over` when another worker goes on with this run, or has ended it;
 *   `import-source-undoing` when it must wait, nothing being written.
 */
export async function runImport(actor: Actor, runId: string, settings: Settings): Promise<void> {
  const { inspection, now } = settings;
  const run = await beginRun(runId, inspection, now());
  const people = watchPeopleAtWork();
  const lanes = createLanes<Batch>(
    {
      together: (batch, turn) => takeTogether(actor, run, inspection, batch, now(), turn),
      alone: (batch) => takeAlone(actor, run, inspection, batch, now()),
    },
    // Two take all of a small machine: while somebody works, one processor is theirs.
    () => (people.isAnybody() ? 1 : laneCount),
  );
  try {
    await writeAll(readBatches(run, settings, now), lanes);
  } finally {
    people.stop();
    await lanes.settle();
  }
  await finishRun(actor, run, inspection, now());
}

async function writeAll(batches: AsyncGenerator<Batch>, lanes: Lanes<Batch>): Promise<void> {
  try {
    // The next batch is read and made ready while the database writes those before it.
    let coming = batches.next();
    for (let { done, value } = await coming; !done; { done, value } = await coming) {
      coming = batches.next();
      // Awaited at the top of the loop; a failure here must not be an unhandled one there.
      coming.catch(() => {});
      await (value.fresh ? lanes.together(value) : lanes.alone(value));
    }
    await lanes.land();
  } finally {
    await batches.return(undefined);
  }
}
