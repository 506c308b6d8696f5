import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import type { Inspection } from "#lib/imports/csv/inspect-file.ts";
import { createLanes, type Lanes } from "#lib/imports/lanes.ts";
import { type Batch, type FileToRead, readBatches } from "#lib/imports/read-batches.ts";
import { type Run, takeAlone, takeTogether } from "#lib/imports/take-batch.ts";
import { newCall, write } from "#lib/operations/write.ts";

type Settings = FileToRead & { now: () => Date };

/**
 * Writes an inspected file batch by batch, the cursor in the same transaction. Called again for the same run and file
 * it goes on where the cursor stands.
 * @throws UserError `import-taken-over` when another worker goes on with this run, or has ended it.
 */
export async function runImport(actor: Actor, runId: string, settings: Settings): Promise<void> {
  const { inspection, now } = settings;
  const run = await begin(runId, inspection, now());
  const lanes = createLanes<Batch>({
    together: (batch, turn) => takeTogether(actor, run, inspection, batch, now(), turn),
    alone: (batch) => takeAlone(actor, run, inspection, batch, now()),
  });
  try {
    await writeAll(readBatches(run, settings, now), lanes);
  } finally {
    await lanes.settle();
  }
  await finish(actor, run, inspection, now());
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

async function begin(runId: string, inspection: Inspection, now: Date): Promise<Run> {
  return db().$transaction(
    async (tx) => {
      // Not while an import into the same source is being undone: what is read now would be gone then.
      await tx.$executeRaw`
      SELECT pg_advisory_xact_lock_shared(hashtext('import:' || source_id)) FROM import_run WHERE id = ${runId}::uuid`;
      const begun = await tx.importRun.updateMany({
        where: { id: runId, state: { in: ["queued", "checking", "writing"] } },
        data: {
          state: "writing",
          rowsTotal: inspection.rows,
          checkedBytes: BigInt(inspection.totalBytes),
          warnings: inspection.warnings.map(({ key, params }) => ({ key, params })),
        },
      });
      if (begun.count === 0) throw new UserError("import-taken-over");
      await tx.$executeRaw`UPDATE import_run SET started_at = coalesce(started_at, ${now}) WHERE id = ${runId}::uuid`;
      await tx.importRefusal.deleteMany({ where: { importRunId: runId } });
      await tx.importRefusal.createMany({
        data: inspection.refused.map((refused) => ({ importRunId: runId, ...refused })),
      });
      const { source, ...run } = await tx.importRun.findUniqueOrThrow({
        where: { id: runId },
        select: { id: true, sourceId: true, cursorRow: true, source: { select: { name: true } } },
      });
      return { ...run, sourceName: source.name };
    },
    { timeout: 150_000 },
  );
}

async function finish(actor: Actor, run: Run, inspection: Inspection, now: Date): Promise<void> {
  const params = { run: run.id, source: run.sourceName };
  await write(actor, newCall(now), { name: "import.finished", params }, async (w) => {
    const finished = await w.tx.$executeRaw`
      UPDATE import_run SET state = 'done', finished_at = ${now}, refused = ${inspection.refused.length},
        rows_total = created + updated + unchanged + ${inspection.refused.length}
      WHERE id = ${run.id}::uuid AND state = 'writing'`;
    if (finished === 0) throw new UserError("import-taken-over");
    return null;
  });
}
