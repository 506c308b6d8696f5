import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import type { WrittenComment } from "#lib/comments/schema.ts";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { subjects } from "#lib/nouns.server.ts";
import { identifier } from "#lib/operations/identifier.ts";
import { listRows } from "#lib/sql/rows.ts";

const writtenComment = z.object({
  id: z.guid(),
  author: z.string(),
  body: z.string(),
  at: z.date(),
});

/**
 * What was said about one thing, oldest first: whoever may read it reads its comments.
 * @throws UserError `not-allowed`
 */
export async function listComments(
  viewer: Actor,
  on: string,
  id: string,
): Promise<WrittenComment[]> {
  const subject = subjects.get(on);
  if (!subject) throw new UserError("not-found");
  authorise(viewer, subject.read);
  const rows = await listRows(db(), writtenComment)`
    SELECT c.id::text AS id, p.name AS author, c.body, c.created_at AS at
    FROM comment c JOIN person p ON p.id = c.author_id JOIN ${identifier(subject.table)} AS t ON t.id = c.subject_id
    WHERE c.subject_kind = ${on} AND c.subject_id = ${id}::uuid AND ${subject.seen(viewer)} ORDER BY c.created_at, c.id`;
  return rows.map(({ at, ...comment }) => ({ ...comment, at: at.toISOString() }));
}
