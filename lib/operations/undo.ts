import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { undone } from "#lib/operations/noun.ts";
import { listChanges, takeBackChanges } from "#lib/operations/take-back.ts";
import { requireRightToUndo } from "#lib/operations/undo-right.ts";
import type { UndoHooks, UndoRules } from "#lib/operations/undo-rules.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";
import { findRow } from "#lib/sql/rows.ts";

const aTarget = z.object({ name: z.string(), actorId: z.guid().nullable(), isUndone: z.boolean() });
type Target = z.infer<typeof aTarget>;

/**
 * Takes back one of one's own operations by the inverse of its changes. It is a row of its own that says so: the record
 * of what was done is never touched.
 * @throws UserError `undo-not-yours`, `undo-not-possible`, `undo-done-before`, `undo-changed-since`, `not-allowed`, and
 *   what a noun asks of its rows (`quarter-committed`, `quarter-closed`, `last-admin`)
 */
export async function takeBackOperation(
  rules: UndoRules,
  actor: Actor,
  input: { operationId: string },
  call: Call,
) {
  const visibility = await visibilityOf(input.operationId);
  const meta = { operation: undone, params: { of: input.operationId }, visibility };
  return write(actor, call, meta, async (w) => {
    const target = await lockedOperation(w, input.operationId);
    const actorId = actor.kind === "person" ? actor.id : null;
    if (target.actorId !== actorId && !(visibility === "all" && can(actor, "settings:manage")))
      throw new UserError("undo-not-yours");
    const operation = rules.operations.get(target.name);
    if (!operation || operation.undo === "final") throw new UserError("undo-not-possible");
    if (target.isUndone) throw new UserError("undo-done-before");
    const asked = { tx: w.tx, actor, operationId: input.operationId };
    const changes = await listChanges(w, input.operationId);
    const hooks = hooksFor(rules, new Set(changes.map(({ tableName }) => tableName)));
    for (const [, { before }] of hooks) await before?.(asked);
    await requireRightToUndo(asked, operation, rules);
    await takeBackChanges(w, changes);
    for (const [table, { after }] of hooks)
      await after?.(
        w,
        changes.filter(({ tableName }) => tableName === table),
        call,
      );
    await w.tx.$executeRaw`
      INSERT INTO operation_undo (operation_id, undone_by_id) VALUES (${input.operationId}::uuid, ${call.operationId}::uuid)`;
    return { undone: input.operationId, rows: changes.length };
  });
}

function hooksFor({ hooks }: UndoRules, tables: ReadonlySet<string>): [string, UndoHooks][] {
  return Object.entries(hooks).filter(([table]) => tables.has(table));
}

/** Who may see that something happened may see that it was undone, and nobody else. */
async function visibilityOf(operationId: string): Promise<string> {
  const target = await db().operation.findUnique({
    where: { id: operationId },
    select: { visibility: true },
  });
  return target?.visibility ?? "all";
}

/** Two who take back the same thing take turns; the record itself is not locked, since nobody changes it. */
async function lockedOperation(w: Write, id: string): Promise<Target> {
  await w.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`undo ${id}`}, 0))`;
  const target = await findRow(w.tx, aTarget)`
    SELECT name, actor_id::text AS "actorId",
      EXISTS (SELECT FROM operation_undo u WHERE u.operation_id = operation.id) AS "isUndone"
    FROM operation WHERE id = ${id}::uuid`;
  if (!target) throw new UserError("not-found");
  return target;
}
