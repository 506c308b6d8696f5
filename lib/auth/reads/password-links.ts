import "server-only";
import { linkIdOf } from "#lib/auth/link-token.ts";
import { hasBegun } from "#lib/auth/reads/sessions.ts";
import { db } from "#lib/db.ts";

export type OpenLink = { personId: string; name: string; email: string; madeById: string | null };

/** Whom a link lets choose a password; null when it is none of ours, used, over, or no longer right. */
export async function findOpenLink(token: string, now: Date): Promise<OpenLink | null> {
  const id = linkIdOf(token);
  if (!id) return null;
  const link = await db().passwordLink.findFirst({
    where: { id, usedAt: null, expiresAt: { gt: now }, person: { deactivatedAt: null } },
    select: { personId: true, madeById: true, person: { select: { name: true, email: true } } },
  });
  if (!link || (link.madeById && (await hasBegun(link.personId)))) return null;
  return { personId: link.personId, madeById: link.madeById, ...link.person };
}
