import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { askers } from "#lib/erasure/declared.ts";
import { erasureOps } from "#lib/erasure/noun.ts";
import { identityOf } from "#lib/erasure/reads/identity-of.ts";
import { firstStep } from "#lib/erasure/reads/steps.ts";
import type { EraseInput } from "#lib/erasure/schema.ts";
import { UserError } from "#lib/errors.ts";
import { erasureHash } from "#lib/forgotten/hash.ts";
import { erasureKey } from "#lib/forgotten/writes/erasure-key.ts";
import { haveNamesAlone } from "#lib/forgotten/writes/names-lock.ts";
import type { Identity } from "#lib/frame/forgets.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";

/**
 * Forgets somebody who had asked for something. At once: they are nobody here any more, and whatever a desk sends from
 * now on comes in without them. Their name, address and ids in every row, the record of what was done too, and mentions
 * of them in every text go page by page afterwards (`carryOutErasure`); what they said stays. It can't be undone.
 * @throws UserError `not-found`, `requester-erased-before`, `requester-is-colleague`
 */
export async function eraseRequester(actor: Actor, { requesterId }: EraseInput, call: Call) {
  authorise(actor, "source:manage");
  return write(actor, call, { operation: erasureOps.erased }, async (w) => {
    await haveNamesAlone(w.tx);
    const who = await identityOf(w.tx, requesterId);
    if (!who) throw new UserError("not-found");
    if (who.isErased) throw new UserError("requester-erased-before");
    if (who.isColleague) throw new UserError("requester-is-colleague");
    await keepHashes(w, who, call.now);
    await askers.forget(w, who.requesterIds, call.now);
    const requesters = who.requesterIds.length;
    await w.tx.erasureRun.create({
      data: {
        ...{ id: call.operationId, identity: who, step: firstStep, requesters },
        startedAt: call.now,
      },
    });
    return { id: call.operationId, requesters };
  });
}

/** How they will be known again, without anybody being able to read who they were. */
async function keepHashes(w: Write, { keys }: Identity, now: Date): Promise<void> {
  const made = await erasureKey(w.tx);
  for (const { key, words } of keys)
    await w.tx.$executeRaw`
      INSERT INTO erasure (key_hash, words, made_with, erased_at)
      VALUES (${erasureHash(made, key)}, ${words}, 'key', ${now})
      ON CONFLICT (key_hash) DO NOTHING`;
}
