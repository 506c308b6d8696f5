import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { system } from "#lib/auth/actor.ts";
import { hashPassword } from "#lib/auth/password.ts";
import { authorise } from "#lib/auth/policy.ts";
import { requireStrong } from "#lib/auth/writes/passwords.ts";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { type Call, write } from "#lib/operations/write.ts";
import { setupOps } from "#lib/people/noun.ts";
import type { ClaimSetupInput } from "#lib/people/schema.ts";
import { todayOf } from "#lib/quarter.ts";

// A company's own start: while nobody is there, one token opens one page that makes one administrator. Only its hash
// is kept; whoever starts the server reads the token where it was started.

/**
 * A fresh token while there is no person at all, null otherwise. Earlier tokens stop working: the one printed last
 * is the one that counts.
 */
export async function ensureSetupToken(now: Date): Promise<string | null> {
  const token = randomBytes(24).toString("base64url");
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('set-up'))`;
    if ((await tx.person.count()) > 0) return null;
    await tx.setupToken.deleteMany({ where: { usedAt: null } });
    await tx.setupToken.create({ data: { tokenHash: hashed(token), createdAt: now } });
    return token;
  });
}

/** Whether the page has anything to offer to who brings this token. */
export async function isSetupOpen(token: string): Promise<boolean> {
  const [people, tokens] = await Promise.all([
    db().person.count({ take: 1 }),
    db().setupToken.count({ where: { tokenHash: hashed(token), usedAt: null } }),
  ]);
  return people === 0 && tokens === 1;
}

/**
 * Makes the first person, Product Ops by hat, and uses the token up. Of many who come at once, one wins.
 * @throws UserError `set-up-closed` when the token is wrong, used, or somebody is there already; and what is wrong with the password
 */
export async function claimSetup(input: ClaimSetupInput, call: Call): Promise<{ id: string }> {
  authorise(system, "people:manage");
  // Looked at before hashing a password, so that guessing costs the server little.
  if (!(await isSetupOpen(input.token))) throw new UserError("set-up-closed");
  requireStrong(input.password, input);
  const passwordHash = await hashPassword(input.password);
  const { name, email, language } = input;
  return write(system, call, { operation: setupOps.completed }, async (w) => {
    await w.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('set-up'))`;
    const used = await w.tx.$executeRaw`
      UPDATE setup_token SET used_at = ${call.now} WHERE token_hash = ${hashed(input.token)} AND used_at IS NULL
        AND NOT EXISTS (SELECT FROM person)`;
    if (used !== 1) throw new UserError("set-up-closed");
    const [id] = await w.insert("person", [{ name, email, language, createdAt: call.now }]);
    if (!id) throw new UserError("set-up-closed");
    const startsOn = new Date(todayOf(call));
    await w.insert("hat", [{ personId: id, code: "product-ops", startsOn }]);
    await w.tx.person.update({ where: { id }, data: { passwordHash }, select: { id: true } });
    return { id };
  });
}

function hashed(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
