import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { db, type Tx } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import type { Inspection } from "#lib/imports/csv/inspect-file.ts";
import { readTickets } from "#lib/imports/csv/read-tickets.ts";
import type { ImportOptions } from "#lib/imports/schema.ts";
import {
  type Batch,
  type Counts,
  prepareBatch,
  targetOf,
  writeBatch,
} from "#lib/imports/write-batch.ts";
import { newCall, write } from "#lib/operations/write.ts";

type Run = { id: string; sourceId: string; sourceName: string; cursorRow: number };
type Settings = { path: string; inspection: Inspection; options: ImportOptions; now: () => Date };

const batchSize = 1000;

/**
 * Writes an inspected file batch by batch, the cursor in the same transaction. Called again for the same run and file
 * it goes on where the cursor stands.
 * @throws UserError `import-taken-over` when another worker goes on with this run, or has ended it.
 */
export async function runImport(actor: Actor, runId: string, settings: Settings): Promise<void> {
  const { path, inspection, options, now } = settings;
  const run = await begin(runId, inspection, now());
  const batches = readTickets(path, inspection, { after: run.cursorRow, batchSize });
  const read = async () => {
    const { done, value } = await batches.next();
    return done ? null : prepareBatch(run.sourceId, value, options.filter, now());
  };
  // The next batch is read and made ready while the database writes this one.
  let coming = read();
  for (let batch = await coming; batch !== null; batch = await coming) {
    coming = read();
    // Awaited at the top of the loop; a failure here must not be an unhandled one there.
    coming.catch(() => {});
    await takeBatch(actor, run, inspection, batch, now());
    run.cursorRow = batch.cursor;
  }
  await finish(actor, run, inspection, now());
}

async function begin(runId: string, inspection: Inspection, now: Date): Promise<Run> {
  return db().$transaction(async (tx) => {
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
  });
}

/** Rows that are as they were only move the cursor; an operation is for what changes something. */
async function takeBatch(
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
  const count = batch.waves.reduce((sum, { rows }) => sum + rows, 0);
  const params = { run: run.id, source: run.sourceName, count };
  await write(actor, newCall(now), { name: "import.batch", params }, async (w) => {
    // Two files of one source at the same time take turns, so that what one creates the other finds.
    await w.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('import:' || ${run.sourceId}))`;
    const counts = await writeBatch(w, targetOf(run, inspection, now), batch);
    await move(w.tx, run, batch, counts);
    return counts;
  });
}

/** Two workers on one run: the slower finds the cursor moved, and leaves without a trace. */
async function move(tx: Tx, run: Run, { cursor, twice }: Batch, counts: Counts) {
  const moved = await tx.$executeRaw`
    UPDATE import_run SET cursor_row = ${cursor}, created = created + ${counts.created},
      updated = updated + ${counts.updated}, unchanged = unchanged + ${counts.unchanged},
      duplicates = duplicates || ${twice}::text[]
    WHERE id = ${run.id}::uuid AND state = 'writing' AND cursor_row = ${run.cursorRow}`;
  if (moved === 0) throw new UserError("import-taken-over");
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
