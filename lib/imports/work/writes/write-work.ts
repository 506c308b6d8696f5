import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import type { Tx } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { importOps } from "#lib/imports/noun.ts";
import type { OkrEntry, WorkPlan, WorkWarning } from "#lib/imports/work/plans/entries.ts";
import { leftWarnings, withWarnings } from "#lib/imports/work/plans/left-warnings.ts";
import type { Outcome } from "#lib/imports/work/plans/outcome.ts";
import { readReferences } from "#lib/imports/work/reads/references.ts";
import type { LeftValue } from "#lib/imports/work/rows/row-cells.ts";
import type { RowWriting } from "#lib/imports/work/writes/row-writing.ts";
import {
  type BegunRun,
  beginRun,
  type Checked,
  finishRun,
} from "#lib/imports/writes/run-bounds.ts";
import { saidBy } from "#lib/operations/said.ts";
import { newCall, write } from "#lib/operations/write.ts";
import { storedSentences } from "#lib/stored-sentence.ts";
import { putInitiative } from "./write-initiative.ts";
import { putOkr } from "./write-okr.ts";
import { putTheme } from "./write-theme.ts";

/** Rows that a transaction writes, with the cursor. */
const batchRows = 250;

type Settings = { plan: WorkPlan; totalBytes: number; fileName: string; now: () => Date };

/**
 * Writes what a file says, batch by batch. Called again for the same run and file it goes on where the cursor stands.
 * @throws UserError `import-taken-over` when another worker goes on with this run, or has ended it.
 */
export async function writeWork(actor: Actor, runId: string, settings: Settings): Promise<void> {
  const { plan, totalBytes, fileName, now } = settings;
  const checked = checkedOf(plan, totalBytes);
  const run = await beginRun(runId, checked, now());
  const reason = `${run.sourceName} · ${fileName}`.slice(0, 300).toWellFormed();
  for (let at = run.cursorRow; at < plan.order.length; at += batchRows)
    await writeBatch(actor, run, { plan, at, reason, now: now() });
  await finishRun(actor, run, checked, now());
}

function checkedOf({ refused, entries, warnings }: WorkPlan, totalBytes: number): Checked {
  return { rows: entries.size + refused.length, totalBytes, refused, warnings };
}

type Batch = { plan: WorkPlan; at: number; reason: string; now: Date };

async function writeBatch(actor: Actor, run: BegunRun, batch: Batch): Promise<void> {
  const { plan, at, reason, now } = batch;
  const rows = plan.order.slice(at, at + batchRows);
  const params = {
    run: run.id,
    source: run.sourceName,
    count: rows.filter((row) => plan.entries.has(row)).length,
  };
  const call = newCall(now, "import");
  const meta = { operation: importOps.batch, params, work: "import" } as const;
  await write(actor, call, meta, async (w) => {
    // Two files that name the same take turns.
    await w.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('import-work'))`;
    const writing: RowWriting = {
      tx: w.tx,
      w,
      sourceId: run.sourceId,
      said: { ...saidBy(actor, call), reason },
      references: await readReferences(w.tx, run.sourceId, namesIn(plan, rows)),
    };
    const counts = { created: 0, updated: 0, unchanged: 0 };
    const notIn: LeftValue[] = [];
    for await (const { outcome, left = [] } of putRows(writing, plan, rows)) {
      counts[outcome] += 1;
      notIn.push(...left);
    }
    await tell(w.tx, run.id, leftWarnings(notIn));
    await move(w.tx, run.id, at, at + rows.length, counts);
    return counts;
  });
}

/** What becomes of each of these rows, in their order; those that were refused are passed over. */
export async function* putRows(
  writing: RowWriting,
  plan: WorkPlan,
  rows: readonly number[],
): AsyncGenerator<Outcome & { row: number }> {
  for (const row of rows) {
    const outcome = await putRow(writing, plan, row);
    if (outcome) yield { row, ...outcome };
  }
}

async function putRow(writing: RowWriting, plan: WorkPlan, row: number): Promise<Outcome | null> {
  if (plan.subject === "themes") {
    const entry = plan.entries.get(row);
    return entry ? putTheme(writing, entry) : null;
  }
  if (plan.subject === "initiatives") {
    const entry = plan.entries.get(row);
    return entry ? putInitiative(writing, entry) : null;
  }
  const entry = plan.entries.get(row);
  return entry ? putOkr(writing, entry) : null;
}

/** What the source's files call what these rows are about. */
export function namesIn(plan: WorkPlan, rows: readonly number[]): string[] {
  if (plan.subject === "okrs")
    return rows.flatMap((row) => {
      const entry = plan.entries.get(row);
      return entry ? namesOf(entry) : [];
    });
  return rows.flatMap((row) => plan.entries.get(row)?.externalId ?? []);
}

function namesOf({ externalId, parent, keyResult }: OkrEntry): string[] {
  const above = parent && "externalId" in parent ? [parent.externalId] : [];
  return [externalId, ...above, ...(keyResult ? [keyResult.externalId] : [])];
}

/** Adds to what is worth knowing of the run. */
async function tell(tx: Tx, id: string, more: WorkWarning[]): Promise<void> {
  if (more.length === 0) return;
  const run = await tx.importRun.findUniqueOrThrow({ where: { id }, select: { warnings: true } });
  const warnings = withWarnings(storedSentences.parse(run.warnings), more);
  await tx.importRun.update({ where: { id }, data: { warnings }, select: { id: true } });
}

type Counts = { created: number; updated: number; unchanged: number };

/** Two workers on one run: the slower finds the cursor moved, and leaves without a trace. */
async function move(tx: Tx, runId: string, after: number, cursor: number, counts: Counts) {
  const moved = await tx.$executeRaw`
    UPDATE import_run SET cursor_row = ${cursor}, created = created + ${counts.created},
      updated = updated + ${counts.updated}, unchanged = unchanged + ${counts.unchanged}
    WHERE id = ${runId}::uuid AND state = 'writing' AND cursor_row = ${after}`;
  if (moved === 0) throw new UserError("import-taken-over");
}
