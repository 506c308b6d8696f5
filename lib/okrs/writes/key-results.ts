import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { isWithinGrace } from "#lib/grace.ts";
import { keyResultOps } from "#lib/okrs/noun.ts";
import type {
  ArchiveInput,
  CheckInInput,
  CreateKeyResultInput,
  EditKeyResultInput,
  RetractInput,
} from "#lib/okrs/schema.ts";
import {
  addKeyResults,
  changeKeyResults,
  keepCheckIns,
  lockedKeyResults,
  requireOneOwnMeasure,
  retract,
} from "#lib/okrs/writes/key-result-rows.ts";
import {
  findForWriting,
  findKeyResultForWriting,
  permissionTo,
} from "#lib/okrs/writes/objective-for-writing.ts";
import { saidBy } from "#lib/operations/said.ts";
import { type Call, write } from "#lib/operations/write.ts";
import { isOver, isQuarter, type Moment } from "#lib/quarter.ts";

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
 * changed afterwards; a mistake is answered by the next check-in, or retracted.
 * @throws UserError `not-allowed`, `not-found`, `check-in-yes-or-no`, `check-in-quarter-over`
 */
export async function checkIn(actor: Actor, input: CheckInInput, call: Call) {
  const { id, direction, objective } = await findKeyResultForWriting(actor, input.keyResultId);
  authorise(actor, ...permissionTo("check-in", objective));
  if (direction === "hit" && input.value !== 0 && input.value !== 1)
    throw new UserError("check-in-yes-or-no");
  requireGoingOn(objective.quarter, call);
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

/**
 * A check-in said by mistake no longer counts: a later row says so, and where the key result stood before is where it
 * stands. Once its quarter is over, within its grace only.
 * @throws UserError `not-allowed`, `not-found`, `check-in-retracted`, `check-in-quarter-over`
 */
export async function retractCheckIn(actor: Actor, { id }: RetractInput, call: Call) {
  const checkIn = await db().checkIn.findFirst({
    where: { id, retractsId: null },
    select: { keyResultId: true, at: true },
  });
  if (!checkIn) throw new UserError("not-found");
  const { keyResultId, at } = checkIn;
  const { objective } = await findKeyResultForWriting(actor, keyResultId);
  authorise(actor, ...permissionTo("check-in", objective));
  if (!isWithinGrace(at, call.now)) requireGoingOn(objective.quarter, call);
  const meta = {
    operation: keyResultOps.retracted,
    visibility: objective.ownerId ?? "all",
  } as const;
  return write(actor, call, meta, async (w) => {
    await lockedKeyResults(w, objective.id);
    if (await w.tx.checkIn.findUnique({ where: { retractsId: id }, select: { id: true } }))
      throw new UserError("check-in-retracted");
    await retract(w, { id, keyResultId }, saidBy(actor, call));
    return { id };
  });
}

/** @throws UserError `check-in-quarter-over`: what was reached then is a result. */
function requireGoingOn(quarter: string, at: Moment): void {
  if (isQuarter(quarter) && isOver(quarter, at))
    throw new UserError("check-in-quarter-over", { quarter });
}
