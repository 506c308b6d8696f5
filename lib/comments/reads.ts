import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import type { WrittenComment } from "#lib/comments/schema.ts";
import { db } from "#lib/db.ts";

/** What was written on a theme, oldest first. */
export async function listThemeComments(viewer: Actor, themeId: string): Promise<WrittenComment[]> {
  authorise(viewer, "theme:read");
  return read({ themeId });
}

/** What was written on an initiative, oldest first: whoever may read it reads its comments. */
export async function listInitiativeComments(
  viewer: Actor,
  initiativeId: string,
): Promise<WrittenComment[]> {
  authorise(viewer, "initiative:read");
  return read({ initiativeId });
}

async function read(
  where: { themeId: string } | { initiativeId: string },
): Promise<WrittenComment[]> {
  const rows = await db().comment.findMany({
    where,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, body: true, createdAt: true, author: { select: { name: true } } },
  });
  return rows.map(({ id, body, createdAt, author }) => ({
    id,
    author: author.name,
    body,
    at: createdAt.toISOString(),
  }));
}
