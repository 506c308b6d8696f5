import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { takeBack } from "#lib/operations/undo.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";
import { restoreReferences } from "./restore-references.ts";
import { isWorkSubject } from "./subjects.ts";
import { listWorkBlockers, readWorkChanges, type WorkChange } from "./undo-facts.ts";

const targets = ["theme", "initiative", "objective", "key_result"] as const;
const links = [
  "theme_insight",
  "initiative_theme",
  "initiative_key_result",
  "roadmap_item",
] as const;

/** Thousands of rows are set back one by one. */
const longestMs = 10 * 60_000;

/**
 * Takes an import of themes, initiatives or OKRs back as a whole: what it created is archived, what it linked and placed
 * is taken out, what it changed is as it was. Values that it checked in stay: a check-in is a statement.
 * @throws UserError `import-work-worked-on` when somebody changed or built on any of it since, `import-source-busy` while
 *   another import into the same source runs, `import-not-undoable`, `import-undone-before`
 */
export async function undoWork(actor: Actor, { id }: { id: string }, call: Call) {
  authorise(actor, "import:run");
  const run = await db().importRun.findUnique({
    where: { id },
    select: { sourceId: true, created: true, source: { select: { name: true } } },
  });
  if (!run) throw new UserError("not-found");
  const params = { run: id, source: run.source.name, count: run.created };
  const meta = { name: "import.undone", params, timeoutMs: longestMs } as const;
  return write(actor, call, meta, async (w) => {
    await w.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('import-work'))`;
    await requireUndoable(w, id, run.sourceId);
    const blockers = await listWorkBlockers(w.tx, id);
    if (blockers.length > 0)
      throw new UserError("import-work-worked-on", { count: blockers.length });
    const changes = await readWorkChanges(w.tx, id);
    const restored = await takeChangesBack(w, changes);
    for (const table of links) await w.remove(table, madeIn(table, changes));
    for (const table of targets)
      await w.update(table, madeIn(table, changes), { archivedAt: call.now });
    await restoreReferences(w, run.sourceId, changes);
    const undoneById = actor.kind === "person" ? actor.id : null;
    await w.update("import_run", [id], { state: "undone", undoneAt: call.now, undoneById });
    return { id, restored, archived: targets.flatMap((table) => madeIn(table, changes)).length };
  });
}

async function requireUndoable(w: Write, id: string, sourceId: string): Promise<void> {
  const [run] = await w.tx.$queryRaw<{ state: string; subject: string }[]>`
    SELECT state, subject FROM import_run WHERE id = ${id}::uuid FOR UPDATE`;
  if (run?.state === "undone") throw new UserError("import-undone-before");
  const isDone = run?.state === "done" || run?.state === "failed";
  if (!isDone || !isWorkSubject(run.subject)) throw new UserError("import-not-undoable");
  const running = await w.tx.importRun.count({
    where: { sourceId, kind: "file", state: { in: ["writing", "undoing"] }, id: { not: id } },
  });
  if (running > 0) throw new UserError("import-source-busy");
}

/** @returns how many rows are as they were. */
async function takeChangesBack(w: Write, changes: readonly WorkChange[]): Promise<number> {
  const restored = new Set<string>();
  for (const change of changes) {
    const isCheckIn = change.after !== null && "now" in change.after;
    if (!change.before || !change.after || isCheckIn) continue;
    await takeBack(w, change);
    restored.add(`${change.tableName} ${change.rowId}`);
  }
  return restored.size;
}

function madeIn(table: string, changes: readonly WorkChange[]): string[] {
  return changes.flatMap(({ tableName, rowId, before }) =>
    tableName === table && before === null ? [rowId] : [],
  );
}
