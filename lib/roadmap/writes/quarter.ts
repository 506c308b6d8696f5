import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { isWithinGrace } from "#lib/grace.ts";
import type { Fields } from "#lib/operations/rows.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";
import { roadmapOps } from "#lib/roadmap/noun.ts";
import { isEnding } from "#lib/roadmap/promise.ts";
import type { CommitInput, TribeQuarterInput } from "#lib/roadmap/schema.ts";
import { keepPicture } from "#lib/roadmap/writes/keep-picture.ts";
import { lockTribe, stateOf } from "#lib/roadmap/writes/lane-for-writing.ts";

/**
 * A Tribe commits a quarter: a picture is kept, its labels copied, and is the baseline from then on. Committed again, the
 * revision is published with a picture of its own beside it, and why where somebody says so.
 * @throws UserError `not-allowed`, `not-found`, `quarter-closed`
 */
export async function commitQuarter(actor: Actor, input: CommitInput, call: Call) {
  const place = placeOf(input);
  authorise(actor, "roadmap:commit", place);
  const meta = { operation: roadmapOps.committed, params: await labels(place) } as const;
  return write(actor, call, meta, async (w) => {
    const { state } = await lockedQuarter(w.tx, place);
    if (state === "closed") throw new UserError("quarter-closed", await labels(place));
    const committedById = actor.kind === "person" ? actor.id : null;
    if (state === "draft")
      await setQuarter(w, place, { state: "committed", committedAt: call.now, committedById });
    await keepPicture(w, actor, place, { reason: "commit", note: input.note ?? "" }, call);
    return { ...place, state: "committed" };
  });
}

/**
 * Within its grace a commitment is a draft again, as if it had not been: a row of its own says so, and the next
 * commitment is the baseline. Afterwards it stands.
 * @throws UserError `not-allowed`, `not-found`, `quarter-not-committed`, `commitment-stands`
 */
export async function withdrawQuarter(actor: Actor, input: TribeQuarterInput, call: Call) {
  authorise(actor, "roadmap:commit", { tribeId: input.tribeId });
  const meta = { operation: roadmapOps.withdrawn, params: await labels(input) } as const;
  return write(actor, call, meta, async (w) => {
    const { state, committedAt } = await lockedQuarter(w.tx, input);
    if (state !== "committed" || !committedAt)
      throw new UserError("quarter-not-committed", await labels(input));
    if (!isWithinGrace(committedAt, call.now))
      throw new UserError("commitment-stands", await labels(input));
    await setQuarter(w, input, { state: "draft", committedAt: null, committedById: null });
    await keepPicture(w, actor, input, { reason: "withdraw" }, call);
    return { ...input, state: "draft" };
  });
}

/**
 * Makes a committed quarter that has ended, or is ending, a record; the next one never waits for it.
 * @throws UserError `not-allowed`, `not-found`, `quarter-closed`, `quarter-not-committed`, `quarter-goes-on`
 */
export async function closeQuarter(actor: Actor, input: TribeQuarterInput, call: Call) {
  authorise(actor, "roadmap:commit", { tribeId: input.tribeId });
  const meta = { operation: roadmapOps.closed, params: await labels(input) } as const;
  return write(actor, call, meta, async (w) => {
    const { state } = await lockedQuarter(w.tx, input);
    if (state === "closed") throw new UserError("quarter-closed", await labels(input));
    if (state === "draft") throw new UserError("quarter-not-committed", await labels(input));
    if (!isEnding(input.quarter, call)) throw new UserError("quarter-goes-on", await labels(input));
    await setQuarter(w, input, { state: "closed", closedAt: call.now });
    await keepPicture(w, actor, input, { reason: "close" }, call);
    return { ...input, state: "closed" };
  });
}

/**
 * What was closed is what it was before. Pictures stay.
 * @throws UserError `not-allowed`, `not-found`, `quarter-not-closed`
 */
export async function reopenQuarter(actor: Actor, input: TribeQuarterInput, call: Call) {
  authorise(actor, "roadmap:commit", { tribeId: input.tribeId });
  const meta = { operation: roadmapOps.reopened, params: await labels(input) } as const;
  return write(actor, call, meta, async (w) => {
    const { state, committedAt } = await lockedQuarter(w.tx, input);
    if (state !== "closed") throw new UserError("quarter-not-closed", await labels(input));
    const before = committedAt ? "committed" : "draft";
    await setQuarter(w, input, { state: before, closedAt: null });
    return { ...input, state: before };
  });
}

const placeOf = ({ tribeId, quarter }: TribeQuarterInput): TribeQuarterInput => ({
  tribeId,
  quarter,
});

async function labels({ tribeId, quarter }: TribeQuarterInput) {
  const tribe = await db().tribe.findUnique({ where: { id: tribeId }, select: { name: true } });
  if (!tribe) throw new UserError("not-found");
  return { tribe: tribe.name, quarter };
}

async function lockedQuarter(tx: Tx, { tribeId, quarter }: TribeQuarterInput) {
  await lockTribe(tx, tribeId);
  const row = await tx.tribeQuarter.findUnique({
    where: { tribeId_quarter: { tribeId, quarter } },
    select: { committedAt: true },
  });
  return {
    state: await stateOf(tx, tribeId, quarter),
    committedAt: row?.committedAt ?? null,
  };
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
