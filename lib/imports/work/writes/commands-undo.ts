import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { importOps } from "#lib/imports/noun.ts";
import { isWorkSubject } from "#lib/imports/subjects.ts";
import { countWork } from "#lib/imports/work/plans/work-links.ts";
import { listWorkBlockers, readWorkChanges } from "#lib/imports/work/reads/undo-facts.ts";
import { requireUndoable } from "#lib/imports/writes/undo/require-undoable.ts";
import { type Call, write } from "#lib/operations/write.ts";
import { restoreReferences } from "./restore-references.ts";
import { takeBackWork } from "./take-back-work.ts";

/**
 * Takes an import of themes, initiatives or OKRs back as a whole: what it created is archived, what it linked and placed
 * is taken out, what it changed is as it was. Values that it checked in stay: a check-in is a statement.
 * @throws UserError `import-work-worked-on` when somebody changed or built on any of it since, `import-source-busy` while
 *   another import into the same source runs, `import-not-undoable`, `import-undone-before`, `undo-changed-since` when the
 *   database can't have a row as it was
 */
export async function undoWork(actor: Actor, { id }: { id: string }, call: Call) {
  authorise(actor, "import:run");
  const run = await db().importRun.findUnique({
    where: { id },
    select: { sourceId: true, created: true, source: { select: { name: true } } },
  });
  if (!run) throw new UserError("not-found");
  const params = { run: id, source: run.source.name, count: run.created };
  const meta = { operation: importOps.undone, params, work: "undoOfImport" } as const;
  return write(actor, call, meta, async (w) => {
    await w.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('import-work'))`;
    await requireUndoable(w, { id, sourceId: run.sourceId }, isWorkSubject);
    const blockers = await listWorkBlockers(w.tx, id);
    if (blockers.length > 0)
      throw new UserError("import-work-worked-on", { count: blockers.length });
    const changes = await readWorkChanges(w.tx, id);
    await takeBackWork(w, actor, changes, call);
    await restoreReferences(w, run.sourceId, changes);
    const undoneById = actor.kind === "person" ? actor.id : null;
    await w.update("import_run", [id], { state: "undone", undoneAt: call.now, undoneById });
    const { made, changed } = countWork(changes);
    return { id, restored: changed, archived: made };
  });
}
