import "server-only";
import type { PersonActor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import { followOps } from "#lib/notices/noun.ts";
import type { SubjectInput } from "#lib/notices/schema.ts";
import { subjects } from "#lib/nouns.server.ts";
import { identifier } from "#lib/operations/identifier.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

/** From now on the actor hears of what happens to one thing. @throws UserError `not-found`, `not-allowed` */
export async function startFollowing(actor: PersonActor, input: SubjectInput, call: Call) {
  authorise(actor, "own-settings:edit");
  return change(actor, input, call, true);
}

/** No longer, whatever they do to it. @throws UserError `not-found`, `not-allowed` */
export async function endFollowing(actor: PersonActor, input: SubjectInput, call: Call) {
  authorise(actor, "own-settings:edit");
  return change(actor, input, call, false);
}

function change(actor: PersonActor, { on, id }: SubjectInput, call: Call, follows: boolean) {
  const operation = follows ? followOps.started : followOps.ended;
  const meta = { operation, params: { on }, visibility: actor.id } as const;
  return write(actor, call, meta, async (w) => {
    await requireSeen(w, actor, { on, id });
    const before = await w.tx.follow.findUnique({
      where: {
        personId_subjectKind_subjectId: { personId: actor.id, subjectKind: on, subjectId: id },
      },
      select: { id: true, stoppedAt: true },
    });
    const stoppedAt = follows ? null : call.now;
    if (!before)
      await w.insert("follow", [
        { personId: actor.id, subjectKind: on, subjectId: id, since: call.now, stoppedAt },
      ]);
    else if ((before.stoppedAt === null) !== follows)
      await w.update("follow", [before.id], { stoppedAt });
    return { follows };
  });
}

async function requireSeen(w: Write, actor: PersonActor, { on, id }: SubjectInput): Promise<void> {
  const subject = subjects.get(on);
  if (!subject?.followed) throw new UserError("not-found");
  authorise(actor, subject.read);
  const found = await listRows(w.tx, onlyId)`
    SELECT t.id::text AS id FROM ${identifier(subject.table)} AS t
    WHERE t.id = ${id}::uuid AND ${subject.seen(actor)} FOR KEY SHARE OF t`;
  if (found.length === 0) throw new UserError(subject.missing);
}
