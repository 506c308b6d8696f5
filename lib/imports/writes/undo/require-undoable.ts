import "server-only";
import { z } from "zod";
import { UserError } from "#lib/errors.ts";
import type { Write } from "#lib/operations/write.ts";
import { findRow } from "#lib/sql/rows.ts";

const aRun = z.object({ state: z.string(), kind: z.string(), subject: z.string() });

/**
 * Locks a run that is about to be taken back. Whoever was faster has undone it; an import that runs has read what is
 * here, and would count it as known.
 * @throws UserError `import-undone-before`; `import-not-undoable` for what is no finished import of a file of such a
 *   subject; `import-source-busy` while another import into the same source runs or is taken back.
 */
export async function requireUndoable(
  w: Write,
  { id, sourceId }: { id: string; sourceId: string },
  isSubject: (subject: string) => boolean,
): Promise<void> {
  const run = await findRow(w.tx, aRun)`
    SELECT state, kind, subject FROM import_run WHERE id = ${id}::uuid FOR UPDATE`;
  if (run?.state === "undone" || run?.state === "undoing")
    throw new UserError("import-undone-before");
  const isDone = run?.state === "done" || run?.state === "failed";
  if (!isDone || run.kind !== "file" || !isSubject(run.subject))
    throw new UserError("import-not-undoable");
  const running = await w.tx.importRun.count({
    where: { sourceId, kind: "file", state: { in: ["writing", "undoing"] }, id: { not: id } },
  });
  if (running > 0) throw new UserError("import-source-busy");
}
