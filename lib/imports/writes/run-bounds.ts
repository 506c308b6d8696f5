import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { db } from "#lib/db.ts";
import { type Params, UserError } from "#lib/errors.ts";
import { importOps } from "#lib/imports/noun.ts";
import { newCall, write } from "#lib/operations/write.ts";
import { anyRow } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";
import { allow, transactionLimits } from "#lib/waits.ts";

// How a run begins to write, and how it is done, whatever its file holds.

/** A file that was read to its end. */
export type Checked = {
  rows: number;
  totalBytes: number;
  refused: readonly { line: number; reason: string; params: Params }[];
  warnings: readonly { key: string; params: Params }[];
};

export type BegunRun = { id: string; sourceId: string; sourceName: string; cursorRow: number };

/**
 * @throws UserError `import-taken-over` when it has ended meanwhile; `import-source-undoing` when it must wait, nothing
 *   being written.
 */
export async function beginRun(runId: string, checked: Checked, now: Date): Promise<BegunRun> {
  return db().$transaction(async (tx) => {
    await allow(tx, "import");
    // Not while an import into the same source is being undone: what is read now would be gone then.
    await tx.$executeRaw`
      SELECT pg_advisory_xact_lock_shared(hashtext('import:' || source_id)) FROM import_run WHERE id = ${runId}::uuid`;
    const undoing = await listRows(tx, anyRow)`
        SELECT FROM import_run other JOIN import_run own ON own.source_id = other.source_id
        WHERE own.id = ${runId}::uuid AND other.state = 'undoing' LIMIT 1`;
    if (undoing.length > 0) throw new UserError("import-source-undoing");
    const begun = await tx.importRun.updateMany({
      where: { id: runId, state: { in: ["queued", "checking", "writing"] } },
      data: {
        state: "writing",
        rowsTotal: checked.rows,
        checkedBytes: BigInt(checked.totalBytes),
      },
    });
    if (begun.count === 0) throw new UserError("import-taken-over");
    // One that goes on keeps what its batches have added.
    const warnings = checked.warnings.map(({ key, params }) => ({ key, params }));
    await tx.$executeRaw`
        UPDATE import_run SET started_at = coalesce(started_at, ${now}),
          warnings = CASE WHEN cursor_row = 0 THEN ${JSON.stringify(warnings)}::jsonb ELSE warnings END
        WHERE id = ${runId}::uuid`;
    await tx.importRefusal.deleteMany({ where: { importRunId: runId } });
    await tx.importRefusal.createMany({
      data: checked.refused.map((refused) => ({ importRunId: runId, ...refused })),
    });
    const { source, ...run } = await tx.importRun.findUniqueOrThrow({
      where: { id: runId },
      select: { id: true, sourceId: true, cursorRow: true, source: { select: { name: true } } },
    });
    return { ...run, sourceName: source.name };
  }, transactionLimits("import"));
}

/** @throws UserError `import-taken-over` when another worker went on with it, or has ended it. */
export async function finishRun(
  actor: Actor,
  run: BegunRun,
  { refused }: Pick<Checked, "refused">,
  now: Date,
): Promise<void> {
  const params = { run: run.id, source: run.sourceName };
  await write(
    actor,
    newCall(now, "import"),
    { operation: importOps.finished, params, work: "import" },
    async (w) => {
      const finished = await w.tx.$executeRaw`
      UPDATE import_run SET state = 'done', finished_at = ${now}, refused = ${refused.length},
        rows_total = created + updated + unchanged + ${refused.length}
      WHERE id = ${run.id}::uuid AND state = 'writing'`;
      if (finished === 0) throw new UserError("import-taken-over");
      return null;
    },
  );
}
