import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import { MOST_REASONS } from "#lib/insights/kinds.ts";
import { insightOps } from "#lib/insights/noun.ts";
import type { AddReasonInput, ArchiveReasonInput } from "#lib/insights/schema.ts";
import { type Call, write } from "#lib/operations/write.ts";

/**
 * A reason to decline that is to be given again. @throws UserError `not-allowed`, `reasons-full`, `made-meanwhile`
 */
export async function addReason(actor: Actor, input: AddReasonInput, call: Call) {
  authorise(actor, "insight:answer");
  return write(actor, call, { operation: insightOps.reasonAdded }, async (w) => {
    await w.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('decline-reasons', 0))`;
    const kept = await w.tx.declineReason.count({ where: { archivedAt: null } });
    if (kept >= MOST_REASONS) throw new UserError("reasons-full", { most: MOST_REASONS });
    const keptById = actor.kind === "person" ? actor.id : null;
    const [id = ""] = await w.insert("decline_reason", [{ ...input, keptAt: call.now, keptById }]);
    return { id };
  });
}

/** No longer offered; who was told so was told so. @throws UserError `not-allowed`, `changed-meanwhile` */
export async function archiveReason(actor: Actor, { id, version }: ArchiveReasonInput, call: Call) {
  authorise(actor, "insight:answer");
  return write(actor, call, { operation: insightOps.reasonArchived }, async (w) => {
    await w.update("decline_reason", [id], { archivedAt: call.now }, version);
    return { id };
  });
}
