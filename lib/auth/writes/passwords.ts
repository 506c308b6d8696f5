import "server-only";
import { z } from "zod";
import type { Actor, PersonActor } from "#lib/auth/actor.ts";
import { accountOps } from "#lib/auth/noun.ts";
import { hashPassword, passwordMatches } from "#lib/auth/password.ts";
import { longestPassword } from "#lib/auth/password-length.ts";
import { type Account, weaknessOf } from "#lib/auth/password-rule.ts";
import { authorise } from "#lib/auth/policy.ts";
import { beginTry, endTry } from "#lib/auth/writes/attempts.ts";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";

// A password is its owner's: they change it knowing the one before, or choose it by a one-time link. Nobody gives one to
// somebody else but the command line, which holds the database anyway.

/** How weak it is, and for whom, is not the form's to say: `weaknessOf` does, in words. */
export const newPassword = z.string().max(longestPassword);

export const editPasswordInput = z.strictObject({ current: newPassword, password: newPassword });

/** What a record says of it: that it changed. */
export const passwordChanged = {
  operation: accountOps.edited,
  params: { password: true },
} as const;

/**
 * A person's own. Every other session of theirs ends.
 * @throws UserError `password-wrong`, `password-tries`, `password-none`, and what is wrong with the new one
 */
export async function editPassword(
  actor: PersonActor,
  input: z.output<typeof editPasswordInput>,
  call: Call,
) {
  authorise(actor, "own-settings:edit");
  const account = await accountOf(actor.id);
  if (account.passwordHash === null) throw new UserError("password-none");
  requireStrong(input.password, account);
  await requireCurrent(actor, account, input.current, call.now);
  const passwordHash = await hashPassword(input.password);
  return write(actor, call, { ...passwordChanged, visibility: actor.id }, async (w) => {
    await keepPassword(w, actor.id, passwordHash, call.now, actor.sessionId);
    return { id: actor.id };
  });
}

/** Somebody else's, by the command line alone. Every session of theirs ends. */
export async function givePassword(
  actor: Actor,
  input: { personId: string; password: string },
  call: Call,
) {
  authorise(actor, "password:give");
  requireStrong(input.password, await accountOf(input.personId));
  const passwordHash = await hashPassword(input.password);
  return write(actor, call, passwordChanged, async (w) => {
    await keepPassword(w, input.personId, passwordHash, call.now);
    return { id: input.personId };
  });
}

/** @throws UserError `password-short`, `password-own-words`, `password-common` */
export function requireStrong(password: string, account: Account): void {
  const weakness = weaknessOf(password, account);
  if (weakness) throw new UserError(weakness);
}

/** Outside the recorded fields: a hash has no place in a record that nobody can edit. */
export async function keepPassword(
  w: Write,
  personId: string,
  passwordHash: string,
  now: Date,
  exceptSession: string | null = null,
): Promise<void> {
  await w.tx.person.update({
    where: { id: personId },
    data: { passwordHash },
    select: { id: true },
  });
  await w.tx.session.updateMany({
    where: { personId, revokedAt: null, ...(exceptSession ? { id: { not: exceptSession } } : {}) },
    data: { revokedAt: now },
  });
  await w.tx.passwordLink.deleteMany({ where: { personId, usedAt: null } });
  await w.tx.$executeRaw`
    INSERT INTO change (operation_id, table_name, row_id, after)
    VALUES (${w.operationId}::uuid, 'person', ${personId}, '{"password": true}'::jsonb)`;
}

/** Whoever found an open screen guesses no faster than at the door, and is in nobody's way there. */
async function requireCurrent(
  { sessionId }: PersonActor,
  { email, passwordHash }: Awaited<ReturnType<typeof accountOf>>,
  current: string,
  now: Date,
): Promise<void> {
  const trier = { email, address: "", browser: `own:${sessionId ?? ""}` };
  const seconds = await beginTry(trier, now);
  if (seconds > 0) throw new UserError("password-tries", { seconds });
  if (!(await passwordMatches(passwordHash, current))) throw new UserError("password-wrong");
  await endTry(trier);
}

async function accountOf(id: string) {
  const account = await db().person.findUnique({
    where: { id, deactivatedAt: null },
    select: { name: true, email: true, passwordHash: true },
  });
  if (!account) throw new UserError("not-found");
  return account;
}
