import "server-only";
import { z } from "zod";
import { system } from "#lib/auth/actor.ts";
import { linkIdOf } from "#lib/auth/link-token.ts";
import { hashPassword } from "#lib/auth/password.ts";
import { findOpenLink } from "#lib/auth/reads/password-links.ts";
import { hasBegun } from "#lib/auth/reads/sessions.ts";
import {
  keepPassword,
  newPassword,
  passwordChanged,
  requireStrong,
} from "#lib/auth/writes/passwords.ts";
import { UserError } from "#lib/errors.ts";
import { type Call, findFirstResult, type Write, write } from "#lib/operations/write.ts";

// Before there is an actor there is nobody to authorise: the link proves who somebody is, once.

/** How long a link may be used (ms). */
const lasts = 7 * 86_400_000;

/** One more for somebody; those before it stop working. @returns its id */
export async function makePasswordLink(
  w: Write,
  personId: string,
  madeById: string | null,
  now: Date,
): Promise<string> {
  await w.tx.passwordLink.deleteMany({ where: { personId, usedAt: null } });
  const expiresAt = new Date(now.getTime() + lasts);
  const data = { personId, madeById, madeAt: now, expiresAt };
  return (await w.tx.passwordLink.create({ data, select: { id: true } })).id;
}

export const takePasswordLinkInput = z.strictObject({
  token: z.string().max(200),
  password: newPassword,
});

/**
 * Gives the link's person the password they chose. Every session of theirs ends. Asked again under the same id, because
 * the answer was lost, it answers what it did the first time.
 * @throws UserError `password-link-closed`, and what is wrong with the password
 */
export async function takePasswordLink(
  input: z.output<typeof takePasswordLinkInput>,
  call: Call,
): Promise<{ email: string }> {
  const first = await findFirstResult<{ email: string }>(system, call, [passwordChanged.operation]);
  if (first) return first.value;
  const link = await findOpenLink(input.token, call.now);
  const id = linkIdOf(input.token);
  if (!link || !id) throw new UserError("password-link-closed");
  requireStrong(input.password, link);
  const passwordHash = await hashPassword(input.password);
  return write(system, call, passwordChanged, async (w) => {
    await w.tx.$executeRaw`SELECT 1 FROM person WHERE id = ${link.personId}::uuid FOR UPDATE`;
    // One that a colleague handed over opens an account that nobody has used yet, and no other.
    if (link.madeById && (await hasBegun(link.personId, w.tx)))
      throw new UserError("password-link-closed");
    const used = await w.tx.passwordLink.updateMany({
      where: { id, usedAt: null, expiresAt: { gt: call.now } },
      data: { usedAt: call.now },
    });
    if (used.count !== 1) throw new UserError("password-link-closed");
    await keepPassword(w, link.personId, passwordHash, call.now);
    return { email: link.email };
  });
}
