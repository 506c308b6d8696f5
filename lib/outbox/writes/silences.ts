import "server-only";
import type { PersonActor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import { subjects } from "#lib/nouns.server.ts";
import { type Call, write } from "#lib/operations/write.ts";
import { messageOps } from "#lib/outbox/noun.ts";
import type { AllowInput, SilenceInput } from "#lib/outbox/schema.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

/** No messages of this thing or kind from now on: it still stands in Today. @throws UserError `not-found` */
export async function silenceMessages(actor: PersonActor, input: SilenceInput, call: Call) {
  authorise(actor, "own-settings:edit");
  if ("on" in input && !subjects.has(input.on)) throw new UserError("not-found");
  const meta = { operation: messageOps.silenced, visibility: actor.id };
  return write(actor, call, meta, async (w) => {
    // Two clicks at the same moment silence once.
    await listRows(w.tx, onlyId)`
      SELECT id::text AS id FROM person WHERE id = ${actor.id}::uuid FOR NO KEY UPDATE`;
    const what =
      "on" in input
        ? { kind: null, subjectKind: input.on, subjectId: input.id }
        : { kind: input.kind, subjectKind: null, subjectId: null };
    const before = await w.tx.silence.findFirst({
      where: { personId: actor.id, ...what },
      select: { id: true },
    });
    if (before) return { id: before.id };
    const [id = ""] = await w.insert("silence", [{ personId: actor.id, ...what, since: call.now }]);
    return { id };
  });
}

/** Wants them again. @throws UserError `not-found` when it is nobody's, or somebody else's */
export async function allowMessages(actor: PersonActor, { id }: AllowInput, call: Call) {
  authorise(actor, "own-settings:edit");
  const meta = { operation: messageOps.allowed, visibility: actor.id };
  return write(actor, call, meta, async (w) => {
    const own = await w.tx.silence.findFirst({
      where: { id, personId: actor.id },
      select: { id: true },
    });
    if (!own || (await w.remove("silence", [id])).length === 0) throw new UserError("not-found");
    return { id };
  });
}
