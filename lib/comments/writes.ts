import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { mentions } from "#lib/comments/mentions.ts";
import { commentOps } from "#lib/comments/noun.ts";
import type { CommentInput } from "#lib/comments/schema.ts";
import { UserError } from "#lib/errors.ts";
import type { Subject } from "#lib/frame/subject.ts";
import { subjects } from "#lib/nouns.server.ts";
import { identifier } from "#lib/operations/identifier.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

/**
 * A word on one thing that a noun lets people comment on, by a person who may see it and while it is open to that.
 * @throws UserError `not-allowed`, `not-found` or what the noun says instead
 */
export async function writeComment(
  actor: Actor,
  { on, id: subjectId, body, mentions: mentioned = [] }: CommentInput,
  call: Call,
) {
  const subject = subjects.get(on);
  if (!subject?.comment) throw new UserError("not-found");
  authorise(actor, subject.comment);
  if (actor.kind !== "person") throw new UserError("not-allowed");
  return write(actor, call, { operation: commentOps.written, params: { on } }, async (w) => {
    await requireOpen(w, actor, subject, subjectId);
    const [id = ""] = await w.insert("comment", [
      {
        subjectKind: on,
        subjectId,
        authorId: actor.id,
        body,
        mentions: await spokenTo(w, body, mentioned),
        createdAt: call.now,
      },
    ]);
    return { id };
  });
}

/** Of these people those whose names the text calls, while their accounts are open. */
async function spokenTo(w: Write, body: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const people = await w.tx.person.findMany({
    where: { id: { in: [...ids] }, deactivatedAt: null },
    select: { id: true, name: true },
  });
  return people.filter(({ name }) => mentions(body, name)).map(({ id }) => id);
}

/** Nobody deletes it until the comment is there. */
async function requireOpen(w: Write, actor: Actor, subject: Subject, id: string): Promise<void> {
  const found = await listRows(w.tx, onlyId)`
    SELECT t.id::text AS id FROM ${identifier(subject.table)} AS t
    WHERE t.id = ${id}::uuid AND ${subject.seen(actor)} AND ${subject.open} FOR KEY SHARE OF t`;
  if (found.length === 0) throw new UserError(subject.missing);
}
