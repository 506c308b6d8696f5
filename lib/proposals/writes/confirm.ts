import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { lockInsights, numbersOf } from "#lib/insights/writes/locked.ts";
import { giveToTribe } from "#lib/insights/writes/triage.ts";
import { type Call, write } from "#lib/operations/write.ts";
import { proposalOps } from "#lib/proposals/noun.ts";
import type { Confirm } from "#lib/proposals/schema.ts";

/**
 * Gives each insight to the Tribe that was proposed for it: one act for all of them. What somebody decided meanwhile
 * stays as they decided.
 * @throws UserError `not-allowed`, `insights-not-found`, `tribe-not-found`
 */
export async function confirmProposals(actor: Actor, { insights }: Confirm, call: Call) {
  authorise(actor, "insight:triage");
  const params = { count: insights.length };
  return write(actor, call, { operation: proposalOps.confirmed, params }, async (w) => {
    const ids = insights.map(({ id }) => id);
    const rows = await lockInsights(w, actor, ids);
    const waiting = rows.filter(
      (row) => row.tribeId === null && row.answer === null && row.mergedIntoId === null,
    );
    const proposed = new Map(insights.map(({ id, tribeId }) => [id, tribeId]));
    for (const [tribeId = "", group] of Map.groupBy(waiting, ({ id }) => proposed.get(id)))
      await giveToTribe(w, actor, { ids: group.map(({ id }) => id), tribeId, from: null }, call);
    return { numbers: numbersOf(waiting), left: rows.length - waiting.length };
  });
}
