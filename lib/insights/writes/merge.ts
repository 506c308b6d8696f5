import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import { proposeKind } from "#lib/insights/kinds.ts";
import { languageOf } from "#lib/insights/language.ts";
import { insightOps } from "#lib/insights/noun.ts";
import { insightKey } from "#lib/insights/number.ts";
import type { IdsInput, MergeInput, SplitInput } from "#lib/insights/schema.ts";
import {
  type LockedInsight,
  lockInsights,
  lockLiveInsights,
  numbersOf,
} from "#lib/insights/writes/locked.ts";
import { cameWith, lockMergedInto } from "#lib/insights/writes/merged.ts";
import { makeSearchable } from "#lib/insights/writes/searchable.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";

/**
 * Several that say the same become one. Nothing moves: each keeps its text, requesters and organisations, so that
 * parting them is exact. What was merged into them before comes along, and goes back with them.
 * @throws UserError `merge-into-itself`, `insight-is-merged`
 */
export async function mergeInsights(actor: Actor, input: MergeInput, call: Call) {
  authorise(actor, "insight:triage");
  if (input.ids.includes(input.intoId)) throw new UserError("merge-into-itself");
  const params = { intoId: input.intoId, count: input.ids.length };
  return write(actor, call, { operation: insightOps.merged, params }, async (w) => {
    const rows = await lockLiveInsights(w, actor, [...input.ids, input.intoId]);
    const merging = rows.filter((row) => row.id !== input.intoId);
    const under = await lockMergedInto(w, input.ids);
    await w.update("insight", under, { mergedIntoId: input.intoId });
    await w.update("insight", input.ids, { mergedIntoId: input.intoId });
    return { numbers: numbersOf(merging) };
  });
}

/**
 * Parts what was merged: each stands again where it stood, with what had been merged into it.
 * @throws UserError `insight-not-merged`
 */
export async function partInsights(actor: Actor, input: IdsInput, call: Call) {
  authorise(actor, "insight:triage");
  const params = { count: input.ids.length };
  return write(actor, call, { operation: insightOps.parted, params }, async (w) => {
    const rows = await lockInsights(w, actor, input.ids);
    const whole = rows.find((row) => !row.mergedIntoId);
    if (whole) throw new UserError("insight-not-merged", { insight: insightKey(whole.number) });
    const parting = new Set(input.ids);
    const standing = rows.flatMap(({ mergedIntoId }) => mergedIntoId ?? []);
    const staying = (await lockMergedInto(w, standing)).filter((id) => !parting.has(id));
    const back = Map.groupBy(await cameWith(w, input.ids, staying), ({ from }) => from);
    await w.update("insight", input.ids, { mergedIntoId: null });
    for (const [from, group] of back)
      await w.update(
        "insight",
        group.map(({ id }) => id),
        { mergedIntoId: from },
      );
    return { numbers: numbersOf(rows) };
  });
}

/**
 * Takes several asks out of one insight, each an insight of its own with the same origin, customers and requesters.
 * The first keeps its whole text.
 * @throws UserError `insight-is-merged`, `insights-not-found`
 */
export async function splitInsight(actor: Actor, input: SplitInput, call: Call) {
  authorise(actor, "insight:triage");
  const params = { count: input.parts.length };
  return write(actor, call, { operation: insightOps.split, params }, async (w) => {
    const [from] = await lockLiveInsights(w, actor, [input.id]);
    if (!from) throw new UserError("insights-not-found");
    const ids = await w.insert(
      "insight",
      input.parts.map((part) => partOf(from, part, call.now)),
    );
    await makeSearchable(w, ids);
    await copyLinks(w, from.id, ids);
    const made = await w.tx.insight.findMany({
      where: { id: { in: ids } },
      orderBy: { number: "asc" },
      select: { number: true },
    });
    return { ids, numbers: made.map((one) => one.number) };
  });
}

function partOf(from: LockedInsight, part: SplitInput["parts"][number], now: Date) {
  return {
    splitFromId: from.id,
    ticketId: from.ticketId,
    sourceId: from.sourceId,
    title: part.title || null,
    body: part.body,
    kind: part.kind ?? proposeKind(`${part.title ?? ""}\n${part.body}`),
    language: languageOf(part.body) ?? from.language,
    severity: from.severity,
    surface: from.surface,
    productId: from.productId,
    tribeId: from.tribeId,
    saidAt: from.saidAt,
    updatedAt: now,
    receivedAt: now,
  };
}

async function copyLinks(w: Write, fromId: string, ids: string[]): Promise<void> {
  const organisations = await w.tx.insightOrganisation.findMany({
    where: { insightId: fromId },
    select: { organisationId: true },
  });
  const requesters = await w.tx.insightRequester.findMany({
    where: { insightId: fromId },
    select: { requesterId: true },
  });
  const each = <Link>(links: Link[]) =>
    ids.flatMap((insightId) => links.map((link) => ({ ...link, insightId })));
  await w.insert("insight_organisation", each(organisations));
  await w.insert("insight_requester", each(requesters));
}
