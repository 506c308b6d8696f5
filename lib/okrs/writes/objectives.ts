import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import { objectiveOps } from "#lib/okrs/noun.ts";
import type { ArchiveInput, CreateObjectiveInput, EditObjectiveInput } from "#lib/okrs/schema.ts";
import {
  findForWriting,
  permissionTo,
  requireParent,
} from "#lib/okrs/writes/objective-for-writing.ts";
import { changeObjectives, makeObjectives } from "#lib/okrs/writes/objective-rows.ts";
import { type Call, write } from "#lib/operations/write.ts";

/**
 * Creates an objective with its key results. One without a title is the objective's own measure.
 * @throws UserError `not-allowed`, `not-found` (the parent), `objective-parent-individual`
 */
export async function createObjective(actor: Actor, input: CreateObjectiveInput, call: Call) {
  const ownerId = input.level === "individual" ? (input.ownerId ?? idOf(actor)) : null;
  authorise(actor, ...permissionTo("edit", { level: input.level, ownerId }));
  const meta = {
    operation: objectiveOps.created,
    params: { quarter: input.quarter, level: input.level },
    visibility: ownerId ?? "all",
  } as const;
  return write(actor, call, meta, async (w) => {
    await requireParent(w.tx, input.parentId, input.quarter);
    const [made] = await makeObjectives(w, [{ ...input, ownerId }], call.now);
    if (!made) throw new UserError("not-found");
    return made;
  });
}

/** @throws UserError `not-allowed`, `not-found`, `changed-meanwhile`, `objective-parent-individual` */
export async function editObjective(actor: Actor, input: EditObjectiveInput, call: Call) {
  const { id, version, ...fields } = input;
  const objective = await findForWriting(actor, id);
  authorise(actor, ...permissionTo("edit", objective));
  const meta = { operation: objectiveOps.edited, visibility: objective.ownerId ?? "all" } as const;
  return write(actor, call, meta, async (w) => {
    await requireParent(w.tx, fields.parentId, objective.quarter, id);
    const isShared = objective.level === "individual" && fields.isShared;
    const agreed = objective.level === "individual" ? { agreedAt: call.now } : {};
    await changeObjectives(w, [id], { ...fields, isShared, ...agreed }, version);
    return { id };
  });
}

/** Takes an objective and its key results out of every list; nothing is deleted. */
export async function archiveObjective(actor: Actor, input: ArchiveInput, call: Call) {
  const objective = await findForWriting(actor, input.id);
  authorise(actor, ...permissionTo("edit", objective));
  const meta = {
    operation: objectiveOps.archived,
    visibility: objective.ownerId ?? "all",
  } as const;
  return write(actor, call, meta, async (w) => {
    await changeObjectives(w, [input.id], { archivedAt: call.now }, input.version);
    return { id: input.id };
  });
}

function idOf(actor: Actor): string {
  if (actor.kind === "system") throw new UserError("not-allowed");
  return actor.id;
}
