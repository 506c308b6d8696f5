import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { shareCustomers } from "#lib/customers/customers-lock.ts";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { haveSourceAlone } from "#lib/imports/source-lock.ts";
import { countUndoBlockers } from "#lib/imports/undo-blockers.ts";
import { undoCreated } from "#lib/imports/undo-created.ts";
import { undoUpdated } from "#lib/imports/undo-updated.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";

/** Two minutes are enough for 100,000 rows on a quiet machine, which no machine need be. */
const longestMs = 15 * 60_000;

/**
 * Takes an import back as a whole: what it created goes, with customers that it alone had named; what it changed is as
 * it was, where it has not changed since. One operation, whatever its size.
 * @throws UserError `import-worked-on` when somebody worked on what it created, `import-source-busy` while another
 *   import into the same source runs, `import-not-undoable` for what is no finished import of a file.
 */
export async function undoImport(actor: Actor, { id }: { id: string }, call: Call) {
  authorise(actor, "import:run");
  const run = await db().importRun.findUnique({
    where: { id },
    select: { sourceId: true, created: true, source: { select: { name: true } } },
  });
  if (!run) throw new UserError("not-found");
  const params = { run: id, source: run.source.name, count: run.created };
  const meta = { name: "import.undone", params, timeoutMs: longestMs } as const;
  return write(actor, call, meta, async (w) => {
    await haveSourceAlone(w.tx, run.sourceId);
    await shareCustomers(w.tx);
    await requireUndoable(w, id, run.sourceId);
    // Who works on one of them now is waited for, and then seen.
    await w.tx.$queryRaw`
      WITH held AS (
        SELECT i.id FROM insight i JOIN ticket t ON t.id = i.ticket_id
        WHERE t.import_run_id = ${id}::uuid ORDER BY i.id FOR UPDATE OF i)
      SELECT count(*)::int FROM held`;
    const count = await countUndoBlockers(w.tx, id);
    if (count > 0) throw new UserError("import-worked-on", { count });
    const { restored, kept } = await undoUpdated(w, { id, sourceId: run.sourceId }, call.now);
    const deleted = await undoCreated(w, id);
    const undoneById = actor.kind === "person" ? actor.id : null;
    await w.update("import_run", [id], { state: "undone", undoneAt: call.now, undoneById });
    return { id, deleted, restored, kept };
  });
}

/** Whoever was faster has undone it; an import that runs has read what is here, and would count it as known. */
async function requireUndoable(w: Write, id: string, sourceId: string): Promise<void> {
  const run = await w.tx.importRun.findUniqueOrThrow({
    where: { id },
    select: { state: true, kind: true, subject: true },
  });
  if (run.state === "undone") throw new UserError("import-undone-before");
  const isDone = run.state === "done" || run.state === "failed";
  if (!isDone || run.kind !== "file" || run.subject !== "insights")
    throw new UserError("import-not-undoable");
  const running = await w.tx.importRun.count({
    where: { sourceId, kind: "file", state: "writing", id: { not: id } },
  });
  if (running > 0) throw new UserError("import-source-busy");
}
