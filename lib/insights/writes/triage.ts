import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import { strangerTo } from "#lib/insights/as-shown.ts";
import { refusalToMove } from "#lib/insights/moving.ts";
import { insightOps } from "#lib/insights/noun.ts";
import { insightKey } from "#lib/insights/number.ts";
import type {
  AssignInput,
  EditKindInput,
  EditTitleInput,
  ReturnInput,
  SnoozeInput,
} from "#lib/insights/schema.ts";
import { lockLiveInsights, numbersOf } from "#lib/insights/writes/locked.ts";
import { makeSearchable } from "#lib/insights/writes/searchable.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";
import { currentQuarter, type Moment, todayOf } from "#lib/quarter.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

/**
 * Gives insights to a Tribe. What the Tribe before had shared out from this quarter on is taken back; past quarters
 * keep what they had.
 * @throws UserError `insight-moved-meanwhile`, `reason-needed-to-move`, `tribe-not-found`, `insight-is-merged`
 */
export async function assignInsights(actor: Actor, input: AssignInput, call: Call) {
  authorise(actor, "insight:triage", { tribeId: input.tribeId });
  const params = { tribeId: input.tribeId, count: input.ids.length, reason: input.reason ?? null };
  return write(actor, call, { operation: insightOps.assigned, params }, async (w) => ({
    numbers: await giveToTribe(w, actor, input, call),
  }));
}

/** The same within an act. @returns their numbers */
export async function giveToTribe(
  w: Write,
  actor: Actor,
  input: AssignInput,
  at: Moment,
): Promise<number[]> {
  const tribe = await w.tx.tribe.findFirst({
    where: { id: input.tribeId, archivedAt: null },
    select: { id: true },
  });
  if (!tribe) throw new UserError("tribe-not-found");
  const rows = await lockLiveInsights(w, actor, input.ids);
  const refusal = refusalToMove(rows, input);
  if (refusal)
    throw new UserError(refusal.key, {
      insight: insightKey(refusal.number),
      tribe: refusal.tribe ?? "none",
    });
  const moving = rows.filter((row) => row.tribeId !== tribe.id).map((row) => row.id);
  await takeBackSharings(w, moving, at);
  await w.update("insight", moving, { tribeId: tribe.id, snoozedUntil: null });
  return numbersOf(rows);
}

/** Back to the inbox. @throws UserError `insight-is-merged`, `insights-not-found`, `insight-moved-meanwhile` */
export async function returnInsights(actor: Actor, input: ReturnInput, call: Call) {
  authorise(actor, "insight:triage");
  const params = { count: input.ids.length };
  return write(actor, call, { operation: insightOps.returned, params }, async (w) => {
    const rows = await lockLiveInsights(w, actor, input.ids);
    const other = strangerTo(input.was, rows, ({ tribeId }, shown) => tribeId === shown);
    if (other)
      throw new UserError("insight-moved-meanwhile", {
        insight: insightKey(other.number),
        tribe: other.tribeName ?? "none",
      });
    const moving = rows.filter((row) => row.tribeId !== null).map((row) => row.id);
    await takeBackSharings(w, moving, call);
    await w.update("insight", moving, { tribeId: null });
    return { numbers: numbersOf(rows) };
  });
}

/**
 * Out of the inbox until a day of the company's calendar; null wakes them at once.
 * @throws UserError `snooze-in-the-past`, `snooze-only-in-inbox`, `changed-meanwhile`
 */
export async function snooze(actor: Actor, input: SnoozeInput, call: Call) {
  authorise(actor, "insight:triage");
  if (input.until !== null && input.until <= todayOf(call))
    throw new UserError("snooze-in-the-past");
  const params = { until: input.until, count: input.ids.length };
  return write(actor, call, { operation: insightOps.snoozed, params }, async (w) => {
    const rows = await lockLiveInsights(w, actor, input.ids);
    const gone = rows.find((row) => row.tribeId !== null || row.answer !== null);
    if (gone) throw new UserError("snooze-only-in-inbox", { insight: insightKey(gone.number) });
    if (strangerTo(input.was, rows, (row, shown) => row.snoozedUntil === shown))
      throw new UserError("changed-meanwhile");
    const snoozedUntil = input.until === null ? null : new Date(input.until);
    await w.update("insight", input.ids, { snoozedUntil });
    return { numbers: numbersOf(rows) };
  });
}

/** Corrects the title. @throws UserError `changed-meanwhile` when somebody edited it since it was read */
export async function editTitle(actor: Actor, input: EditTitleInput, call: Call) {
  authorise(actor, "insight:triage");
  return write(
    actor,
    call,
    { operation: insightOps.edited, params: { what: "title" } },
    async (w) => {
      const rows = await lockLiveInsights(w, actor, [input.id]);
      const fields = { title: input.title || null, updatedAt: call.now };
      await w.update("insight", [input.id], fields, input.version);
      await makeSearchable(w, [input.id]);
      return { numbers: numbersOf(rows) };
    },
  );
}

/** @throws UserError `changed-meanwhile` when one has another kind than was shown */
export async function editKind(actor: Actor, input: EditKindInput, call: Call) {
  authorise(actor, "insight:triage");
  const params = { what: "kind", kind: input.kind, count: input.ids.length };
  return write(actor, call, { operation: insightOps.edited, params }, async (w) => {
    const rows = await lockLiveInsights(w, actor, input.ids);
    if (strangerTo(input.was, rows, ({ kind }, shown) => kind === shown))
      throw new UserError("changed-meanwhile");
    const others = rows.filter((row) => row.kind !== input.kind).map((row) => row.id);
    await w.update("insight", others, { kind: input.kind });
    return { numbers: numbersOf(rows) };
  });
}

async function takeBackSharings(w: Write, ids: string[], at: Moment): Promise<void> {
  if (ids.length === 0) return;
  const rows = await listRows(w.tx, onlyId)`
    SELECT id::text AS id FROM sharing WHERE insight_id = ANY (${ids}::uuid[]) AND quarter >= ${currentQuarter(at)}`;
  await w.remove(
    "sharing",
    rows.map((row) => row.id),
  );
}
