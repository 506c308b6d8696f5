import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import { keyResultOps } from "#lib/okrs/noun.ts";
import type {
  ArchiveInput,
  CheckInInput,
  CreateKeyResultInput,
  EditKeyResultInput,
} from "#lib/okrs/schema.ts";
import {
  addKeyResults,
  changeKeyResults,
  keepCheckIns,
  lockedKeyResults,
  requireOneOwnMeasure,
} from "#lib/okrs/writes/key-result-rows.ts";
import {
  findForWriting,
  findKeyResultForWriting,
  permissionTo,
} from "#lib/okrs/writes/objective-for-writing.ts";
import { saidBy } from "#lib/operations/said.ts";
import { type Call, write } from "#lib/operations/write.ts";

/** @throws UserError `not-allowed`, `not-found`, `key-result-own-measure-taken` */
export async function createKeyResult(actor: Actor, input: CreateKeyResultInput, call: Call) {
  const objective = await findForWriting(actor, input.objectiveId);
  authorise(actor, ...permissionTo("edit", objective));
  const meta = { operation: keyResultOps.created, visibility: objective.ownerId ?? "all" } as const;
  return write(actor, call, meta, async (w) => {
    const { objectiveId: _, ...measure } = input;
    const [id] = await addKeyResults(w, objective.id, [measure]);
    return { id: id ?? null };
  });
}

/** @throws UserError `not-allowed`, `not-found`, `changed-meanwhile` */
export async function editKeyResult(actor: Actor, input: EditKeyResultInput, call: Call) {
  const { id, version, ...fields } = input;
  const { objective } = await findKeyResultForWriting(actor, id);
  authorise(actor, ...permissionTo("edit", objective));
  const meta = { operation: keyResultOps.edited, visibility: objective.ownerId ?? "all" } as const;
  return write(actor, call, meta, async (w) => {
    const others = await lockedKeyResults(w, objective.id);
    requireOneOwnMeasure([...others.filter((other) => other.id !== id), fields]);
    await changeKeyResults(w, [id], fields, version);
    return { id };
  });
}

/** Takes a key result out of its objective's mean; its check-ins stay. */
export async function archiveKeyResult(actor: Actor, input: ArchiveInput, call: Call) {
  const { objective } = await findKeyResultForWriting(actor, input.id);
  authorise(actor, ...permissionTo("edit", objective));
  const meta = {
    operation: keyResultOps.archived,
    visibility: objective.ownerId ?? "all",
  } as const;
  return write(actor, call, meta, async (w) => {
    await changeKeyResults(w, [input.id], { archivedAt: call.now }, input.version);
    return { id: input.id };
  });
}

/**
 * Says where a key result stands: a value in its unit (1 or 0 for a yes or no), a confidence of 10, a word. Never
 * changed afterwards; a mistake is answered by the next check-in.
 * @throws UserError `not-allowed`, `not-found`, `check-in-yes-or-no`
 */
export async function checkIn(actor: Actor, input: CheckInInput, call: Call) {
  const { id, direction, objective } = await findKeyResultForWriting(actor, input.keyResultId);
  authorise(actor, ...permissionTo("check-in", objective));
  if (direction === "hit" && input.value !== 0 && input.value !== 1)
    throw new UserError("check-in-yes-or-no");
  const meta = {
    operation: keyResultOps.checkedIn,
    params: { value: input.value },
    visibility: objective.ownerId ?? "all",
  } as const;
  return write(actor, call, meta, async (w) => {
    const confidence = input.confidence === null ? null : String(input.confidence);
    const told = { keyResultId: id, value: input.value, confidence, note: input.note || null };
    const [saved = ""] = await keepCheckIns(w, [told], saidBy(actor, call));
    return { id: saved };
  });
}
