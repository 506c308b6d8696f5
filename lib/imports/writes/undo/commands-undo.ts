import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { importOps } from "#lib/imports/noun.ts";
import { countUndoBlockers } from "#lib/imports/reads/undo-blockers.ts";
import { requireUndoable } from "#lib/imports/writes/undo/require-undoable.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";
import { haveSourceAlone } from "#lib/tickets/writes/source-lock.ts";

/**
 * Marks an import to be taken back as a whole: what it created goes, with customers that it alone had named; what it
 * changed is as it was, where it has not changed since. The worker does it, batch by batch (`takeBackImport`).
 * @throws UserError `import-worked-on` when somebody worked on what it created, `import-source-busy` while another
 *   import into the same source runs or is taken back, `import-not-undoable` for what is no finished import of a file.
 */
export async function undoImport(actor: Actor, { id }: { id: string }, call: Call) {
  authorise(actor, "import:run");
  const run = await db().importRun.findUnique({
    where: { id },
    select: { sourceId: true, created: true, source: { select: { name: true } } },
  });
  if (!run) throw new UserError("not-found");
  const params = { run: id, source: run.source.name, count: run.created };
  return write(actor, call, { operation: importOps.undoAsked, params }, async (w) => {
    await haveSourceAlone(w.tx, run.sourceId);
    await requireUndoable(w, { id, sourceId: run.sourceId }, (subject) => subject === "insights");
    const count = await countUndoBlockers(w.tx, id);
    if (count > 0) throw new UserError("import-worked-on", { count });
    await w.update("import_run", [id], { state: "undoing" });
    const askedById = actor.kind === "person" ? actor.id : null;
    const total = await countTickets(w, id);
    await w.tx.importUndo.create({
      data: { importRunId: id, askedById, askedAt: call.now, total },
    });
    return { id };
  });
}

async function countTickets(w: Write, runId: string): Promise<number> {
  const [created, changed] = await Promise.all([
    w.tx.ticket.count({ where: { importRunId: runId } }),
    w.tx.importBefore.count({ where: { importRunId: runId } }),
  ]);
  return created + changed;
}
