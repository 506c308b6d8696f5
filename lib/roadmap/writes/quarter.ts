import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import type { Fields } from "#lib/operations/rows.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";
import { roadmapOps } from "#lib/roadmap/noun.ts";
import type { TribeQuarterInput } from "#lib/roadmap/schema.ts";
import { keepPicture } from "#lib/roadmap/writes/keep-picture.ts";
import { lockTribe, stateOf } from "#lib/roadmap/writes/lane-for-writing.ts";

/**
 * A Tribe commits a quarter: a picture is kept, its labels copied. Committed again, the revision is published with a
 * picture of its own; the day of the first commit stays.
 * @throws UserError `not-allowed`, `not-found`, `quarter-closed`
 */
export async function commitQuarter(actor: Actor, input: TribeQuarterInput, call: Call) {
  authorise(actor, "roadmap:commit", { tribeId: input.tribeId });
  const meta = { operation: roadmapOps.committed, params: await labels(input) } as const;
  return write(actor, call, meta, async (w) => {
    const state = await lockedState(w.tx, input);
    if (state === "closed") throw new UserError("quarter-closed", await labels(input));
    const committedById = actor.kind === "person" ? actor.id : null;
    if (state === "draft")
      await setQuarter(w, input, { state: "committed", committedAt: call.now, committedById });
    await keepPicture(w, actor, input, "commit", call);
    return { ...input, state: "committed" };
  });
}

/** Makes a quarter a record; the next one never waits for it. @throws UserError `not-allowed`, `quarter-closed` */
export async function closeQuarter(actor: Actor, input: TribeQuarterInput, call: Call) {
  authorise(actor, "roadmap:commit", { tribeId: input.tribeId });
  const meta = { operation: roadmapOps.closed, params: await labels(input) } as const;
  return write(actor, call, meta, async (w) => {
    const state = await lockedState(w.tx, input);
    if (state === "closed") throw new UserError("quarter-closed", await labels(input));
    await setQuarter(w, input, { state: "closed", closedAt: call.now });
    await keepPicture(w, actor, input, "close", call);
    return { ...input, state: "closed" };
  });
}

/**
 * One step back: what was closed is what it was before, what was committed is a draft again. Pictures stay.
 * @throws UserError `not-allowed`, `quarter-not-committed`
 */
export async function reopenQuarter(actor: Actor, input: TribeQuarterInput, call: Call) {
  authorise(actor, "roadmap:commit", { tribeId: input.tribeId });
  const meta = { operation: roadmapOps.reopened, params: await labels(input) } as const;
  return write(actor, call, meta, async (w) => {
    const state = await lockedState(w.tx, input);
    if (state === "draft") throw new UserError("quarter-not-committed", await labels(input));
    const row = await w.tx.tribeQuarter.findUnique({ where: { tribeId_quarter: input } });
    const before = state === "closed" && row?.committedAt ? "committed" : "draft";
    const fields =
      before === "committed"
        ? { state: before, closedAt: null }
        : { state: before, closedAt: null, committedAt: null, committedById: null };
    await setQuarter(w, input, fields);
    return { ...input, state: before };
  });
}

async function labels({ tribeId, quarter }: TribeQuarterInput) {
  const tribe = await db().tribe.findUnique({ where: { id: tribeId }, select: { name: true } });
  if (!tribe) throw new UserError("not-found");
  return { tribe: tribe.name, quarter };
}

async function lockedState(tx: Tx, { tribeId, quarter }: TribeQuarterInput) {
  await lockTribe(tx, tribeId);
  return stateOf(tx, tribeId, quarter);
}

async function setQuarter(
  w: Write,
  { tribeId, quarter }: TribeQuarterInput,
  fields: Fields<"tribe_quarter">,
): Promise<void> {
  const row = await w.tx.tribeQuarter.findUnique({
    where: { tribeId_quarter: { tribeId, quarter } },
    select: { id: true },
  });
  if (row) await w.update("tribe_quarter", [row.id], fields);
  else await w.insert("tribe_quarter", [{ tribeId, quarter, ...fields }]);
}
