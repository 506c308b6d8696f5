import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { lockLiveInsights } from "#lib/insights/writes/locked.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";
import { targetColumns } from "#lib/proposals/kinds.ts";
import { proposalOps } from "#lib/proposals/noun.ts";
import { pairOf } from "#lib/proposals/pair.ts";
import type { Refuse } from "#lib/proposals/schema.ts";

/**
 * "No": it is not proposed again, and of two insights on neither side. Said twice it is said once; what is no longer
 * proposed meanwhile is refused all the same.
 * @throws UserError `not-allowed`, `insights-not-found`, `insight-is-merged`, `not-found` (what was proposed)
 */
export async function refuseProposal(actor: Actor, input: Refuse, call: Call) {
  authorise(actor, "insight:triage");
  const { insightId, kind, target } = input;
  const column = targetColumns[kind];
  const named = column === "code" ? {} : { [column]: target };
  const meta = { operation: proposalOps.refused, params: { insightId, proposed: kind, ...named } };
  return write(actor, call, meta, async (w) => {
    await lockLiveInsights(w, actor, kind === "duplicate" ? [insightId, target] : [insightId]);
    await refuse(w, input);
    if (kind === "duplicate") {
      await refuse(w, { insightId: target, kind, target: insightId }, "if-offered");
      await refusePair(w, insightId, target, call.now);
    }
    return { insightId };
  });
}

async function refuse(w: Write, input: Refuse, which: "always" | "if-offered" = "always") {
  const { insightId, kind, target } = input;
  const given = { insightId, kind, [targetColumns[kind]]: target };
  const there = await w.tx.proposal.findFirst({
    where: given,
    select: { id: true, state: true },
  });
  if (there?.state === "refused" || (!there && which === "if-offered")) return;
  const marked = there ? await w.update("proposal", [there.id], { state: "refused" }) : [];
  if (marked.length > 0) return;
  const unasked = { place: 1, likelihood: 0, reason: "person", matcherVersion: 0 };
  await w.insert("proposal", [{ ...given, ...unasked, state: "refused" }]);
}

async function refusePair(w: Write, one: string, other: string, refusedAt: Date): Promise<void> {
  const [aId, bId] = pairOf(one, other);
  const there = await w.tx.refusedPair.findFirst({ where: { aId, bId }, select: { id: true } });
  if (!there) await w.insert("refused_pair", [{ aId, bId, refusedAt }]);
}
