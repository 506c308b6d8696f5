import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise, type Permission } from "#lib/auth/policy.ts";
import { commentOps } from "#lib/comments/noun.ts";
import type { CommentInput, CommentSubject } from "#lib/comments/schema.ts";
import { UserError } from "#lib/errors.ts";
import { lockInsights } from "#lib/insights/writes/locked.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";

const permissions = {
  insight: "insight:comment",
  theme: "theme:comment",
  initiative: "initiative:comment",
} as const satisfies Record<CommentSubject, Permission>;

/**
 * A word on one thing, by a person who may see it; on a theme or an initiative only while it is not archived.
 * @throws UserError `not-allowed`, `not-found` (a theme, an initiative), `insights-not-found`
 */
export async function writeComment(actor: Actor, input: CommentInput, call: Call) {
  authorise(actor, permissions[input.on]);
  if (actor.kind !== "person") throw new UserError("not-allowed");
  const { on, id: subjectId, body } = input;
  return write(actor, call, { operation: commentOps.written, params: { on } }, async (w) => {
    await requireSubject(w, actor, input);
    const subject = { [`${on}Id`]: subjectId };
    const [id = ""] = await w.insert("comment", [
      { ...subject, authorId: actor.id, body, createdAt: call.now },
    ]);
    return { id };
  });
}

async function requireSubject(w: Write, actor: Actor, { on, id }: CommentInput): Promise<void> {
  if (on === "insight") {
    await lockInsights(w, actor, [id]);
    return;
  }
  const where = { id, archivedAt: null };
  const found =
    on === "theme"
      ? await w.tx.theme.findFirst({ where, select: { id: true } })
      : await w.tx.initiative.findFirst({ where, select: { id: true } });
  if (!found) throw new UserError("not-found");
}
