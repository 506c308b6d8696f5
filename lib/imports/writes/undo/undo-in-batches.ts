import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { importOps } from "#lib/imports/noun.ts";
import { whoStarted } from "#lib/imports/reads/who-started.ts";
import type { Undone } from "#lib/imports/undone.ts";
import { undoCreated } from "#lib/imports/writes/undo/undo-created.ts";
import { newCall, type Write, write } from "#lib/operations/write.ts";
import { type Clock, momentOf } from "#lib/quarter.ts";
import { anyRow } from "#lib/sql/columns.ts";
import { findRow, listRows } from "#lib/sql/rows.ts";
import { restoreTickets } from "#lib/tickets/writes/restore-tickets.ts";
import { haveSourceAlone } from "#lib/tickets/writes/source-lock.ts";

export type UndoSettings = Clock & {
  /** How many tickets a transaction undoes. */
  batchSize?: number;
  /** Ends it between two batches. */
  signal?: AbortSignal;
};

const aPlace = z.object({ after: z.guid().nullable() });

type Run = { id: string; sourceId: string; sourceName: string };

/**
 * Undoes an import that somebody has asked to be undone, or goes on with one that was cut: first what it changed, then
 * what it created, each batch in a transaction of its own with its place, so that a kill loses one batch at most. Called
 * for any other import it does nothing; two at once wait for each other.
 */
export async function undoInBatches(runId: string, settings: UndoSettings): Promise<void> {
  const found = await db().importRun.findUnique({
    where: { id: runId, state: "undoing" },
    select: { sourceId: true, source: { select: { name: true } }, undo: true },
  });
  if (!found) return;
  const run = { id: runId, sourceId: found.sourceId, sourceName: found.source.name };
  const { now, batchSize = 1000, signal } = settings;
  const actor = await whoStarted(found.undo?.askedById ?? null, momentOf(settings));
  const changed = async (w: Write) => ({
    ...nothing,
    ...(await restoreTickets(w, run, batchSize, now())),
  });
  const created = (w: Write, after: string | null) => undoCreated(w, runId, after, batchSize);
  try {
    while (!signal?.aborted && (await isChangedLeft(runId)))
      await undoBatch(actor, run, now(), changed);
    while (!signal?.aborted && (await isCreatedLeft(runId)))
      await undoBatch(actor, run, now(), created);
    if (!signal?.aborted) await finish(actor, run, now());
  } catch (error) {
    // Somebody else was faster with the last of it.
    if (error instanceof UserError && error.key === "import-undone-before") return;
    throw error;
  }
}

const nothing: Undone = { deleted: 0, restored: 0, kept: 0, stayed: 0, afterTicketId: null };

async function undoBatch(
  actor: Actor,
  run: Run,
  now: Date,
  work: (w: Write, after: string | null) => Promise<Undone>,
): Promise<void> {
  const params = { run: run.id, source: run.sourceName };
  await write(
    actor,
    newCall(now, "import"),
    { operation: importOps.undoBatch, params, work: "undoOfImport" },
    async (w) => {
      await haveSourceAlone(w.tx, run.sourceId);
      const place = await findRow(w.tx, aPlace)`
      SELECT u.after_ticket_id::text AS after FROM import_undo u JOIN import_run r ON r.id = u.import_run_id
      WHERE r.id = ${run.id}::uuid AND r.state = 'undoing' FOR UPDATE`;
      if (!place) throw new UserError("import-undone-before");
      const { deleted, restored, kept, stayed, afterTicketId } = await work(w, place.after);
      await w.tx.$executeRaw`
      UPDATE import_undo SET done = done + ${deleted + restored + kept + stayed}, deleted = deleted + ${deleted},
        restored = restored + ${restored}, kept = kept + ${kept}, stayed = stayed + ${stayed},
        after_ticket_id = ${afterTicketId}::uuid, failure = NULL
      WHERE import_run_id = ${run.id}::uuid`;
      return { deleted, restored, kept, stayed };
    },
  );
}

async function isChangedLeft(runId: string): Promise<boolean> {
  return (await db().importBefore.findFirst({ where: { importRunId: runId } })) !== null;
}

async function isCreatedLeft(runId: string): Promise<boolean> {
  const rows = await listRows(db(), anyRow)`
    SELECT FROM ticket t JOIN import_undo u ON u.import_run_id = t.import_run_id
    WHERE t.import_run_id = ${runId}::uuid AND (u.after_ticket_id IS NULL OR t.id > u.after_ticket_id) LIMIT 1`;
  return rows.length > 0;
}

async function finish(actor: Actor, run: Run, now: Date): Promise<void> {
  const undo = await db().importUndo.findUniqueOrThrow({ where: { importRunId: run.id } });
  const params = { run: run.id, source: run.sourceName, count: undo.deleted };
  await write(
    actor,
    newCall(now, "import"),
    { operation: importOps.undone, params, work: "undoOfImport" },
    async (w) => {
      const undoing = await findRow(w.tx, anyRow)`
      SELECT FROM import_run WHERE id = ${run.id}::uuid AND state = 'undoing' FOR UPDATE`;
      if (!undoing) throw new UserError("import-undone-before");
      const undoneById = undo.askedById;
      await w.update("import_run", [run.id], { state: "undone", undoneAt: now, undoneById });
      return null;
    },
  );
}
