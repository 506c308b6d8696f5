import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import type { Permission, Scope } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";

type Owned = { level: string; ownerId: string | null; departmentId?: string | null };

export type ObjectiveForWriting = Owned & { id: string; quarter: string };
export type KeyResultForWriting = { id: string; direction: string; objective: ObjectiveForWriting };

/** Who may edit or check in: an individual objective is its owner's alone. */
export function permissionTo(
  act: "edit" | "check-in",
  { level, ownerId, departmentId = null }: Owned,
): [Permission, Scope] {
  if (level === "individual") return ["okr:edit-individual", { ownerId }];
  if (act === "check-in") return ["okr:check-in", { departmentId }];
  return [level === "company" ? "okr:edit-company" : "okr:edit-department", {}];
}

/** @throws UserError `not-found` when it is not there, archived, or somebody else's own. */
export async function findForWriting(actor: Actor, id: string): Promise<ObjectiveForWriting> {
  const objective = await db().objective.findFirst({ where: { id, archivedAt: null }, select });
  if (!objective || isOthers(actor, objective)) throw new UserError("not-found");
  return objective;
}

/** @throws UserError `not-found` as above. */
export async function findKeyResultForWriting(
  actor: Actor,
  id: string,
): Promise<KeyResultForWriting> {
  const keyResult = await db().keyResult.findFirst({
    where: { id, archivedAt: null, objective: { archivedAt: null } },
    select: { id: true, direction: true, objective: { select } },
  });
  if (!keyResult || isOthers(actor, keyResult.objective)) throw new UserError("not-found");
  return keyResult;
}

/**
 * An objective aligns with one of the same quarter that everybody may see, and never with itself in a circle.
 * @throws UserError `not-found`, `objective-parent-individual`, `objective-parent-circle`
 */
export async function requireParent(
  tx: Tx,
  parentId: string | null,
  quarter: string,
  childId?: string,
): Promise<void> {
  const seen = new Set(childId ? [childId] : []);
  for (let next = parentId; next !== null; ) {
    if (seen.has(next)) throw new UserError("objective-parent-circle");
    seen.add(next);
    const parent: { parentId: string | null; level: string; quarter: string } | null =
      await tx.objective.findFirst({
        where: { id: next },
        select: { parentId: true, level: true, quarter: true },
      });
    if (!parent || parent.quarter !== quarter) throw new UserError("not-found");
    if (parent.level === "individual") throw new UserError("objective-parent-individual");
    next = parent.parentId;
  }
}

const select = { id: true, level: true, ownerId: true, departmentId: true, quarter: true } as const;

function isOthers(actor: Actor, objective: Owned): boolean {
  return (
    objective.level === "individual" && actor.kind === "person" && objective.ownerId !== actor.id
  );
}
