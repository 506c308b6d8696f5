import "server-only";
import type { PersonActor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import { type Call, write } from "#lib/operations/write.ts";
import { messageOps } from "#lib/outbox/noun.ts";
import type { RetryInput } from "#lib/outbox/schema.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

/** What failed leaves again, with as many tries as at first. @throws UserError `not-found` when none of them failed */
export async function retryMessages(actor: PersonActor, { ids }: RetryInput, call: Call) {
  authorise(actor, "settings:manage");
  return write(actor, call, { operation: messageOps.retried }, async (w) => {
    const failed = await listRows(w.tx, onlyId)`
      SELECT id::text AS id FROM outbox WHERE id = ANY (${ids}::uuid[]) AND state = 'failed' ORDER BY id FOR UPDATE`;
    if (failed.length === 0) throw new UserError("not-found");
    await w.update(
      "outbox",
      failed.map(({ id }) => id),
      { state: "waiting", failure: null, endedAt: null, notBefore: call.now, tries: 0 },
    );
    return { count: failed.length };
  });
}
