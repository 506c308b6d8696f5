import { env } from "#lib/env.ts";
import "server-only";
import { z } from "zod";
import { type PersonActor, system } from "#lib/auth/actor.ts";
import { browserName } from "#lib/auth/browser-name.ts";
import { accountOps, sessionOps } from "#lib/auth/noun.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { type Call, newCall, write } from "#lib/operations/write.ts";
import { storable } from "#lib/text.ts";

// Before there is an actor there is nobody to authorise: these prove who somebody is.

/** What its owner will know a session by. */
export type Opener = { userAgent: string; address: string };

/** Opens a session for a person. @returns its id; it ends after TRIBUNE_SESSION_HOURS whatever happens. */
export async function openSession(personId: string, now: Date, by?: Opener): Promise<string> {
  const session = await db().session.create({
    data: {
      personId,
      browser: by ? browserName(by.userAgent) : null,
      address: by ? storable(by.address).slice(0, 100) || null : null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + env().TRIBUNE_SESSION_HOURS * 3_600_000),
    },
    select: { id: true },
  });
  return session.id;
}

export async function closeSession(sessionId: string, now: Date): Promise<void> {
  await db().session.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: now },
  });
}

export const endSessionInput = z.strictObject({
  /** Left out: all but the one that asks. */
  id: z.uuid().nullable().default(null),
});

/** Ends one of a person's own sessions, or all others. @throws UserError `not-found` */
export async function endSession(
  actor: PersonActor,
  { id }: z.output<typeof endSessionInput>,
  call: Call,
) {
  authorise(actor, "own-settings:edit");
  return write(actor, call, { operation: sessionOps.ended, visibility: actor.id }, async (w) => {
    const which = id ? { id } : actor.sessionId ? { id: { not: actor.sessionId } } : {};
    const { count } = await w.tx.session.updateMany({
      where: { personId: actor.id, revokedAt: null, ...which },
      data: { revokedAt: call.now },
    });
    if (id && count === 0) throw new UserError("not-found");
    return { count };
  });
}

/** A month after its end, where a session came from is nobody's business any more. */
export async function forgetOldSessions(now: Date): Promise<number> {
  const since = new Date(now.getTime() - 30 * 86_400_000);
  return db().$executeRaw`
    UPDATE session SET browser = NULL, address = NULL
    WHERE coalesce(revoked_at, expires_at) < ${since} AND (browser IS NOT NULL OR address IS NOT NULL)`;
}

export type ProviderProfile = {
  issuer: string;
  subject: string;
  email: string;
  emailVerified: boolean;
  name: string;
};

/**
 * The person an OIDC provider vouches for. Issuer and subject decide; a verified address links once to the person
 * who has it; somebody unknown from one of the company's `domains` comes in as a contributor.
 * @throws UserError `sign-in-unknown`, `sign-in-unverified`
 */
export async function personForProfile(
  given: ProviderProfile,
  domains: string[],
  now: Date,
): Promise<string> {
  const profile = {
    ...given,
    subject: storable(given.subject),
    email: storable(given.email),
    name: storable(given.name),
  };
  const known = await db().identity.findUnique({
    where: { issuer_subject: { issuer: profile.issuer, subject: profile.subject } },
    select: { personId: true, person: { select: { deactivatedAt: true } } },
  });
  if (known?.person.deactivatedAt) throw new UserError("sign-in-unknown");
  if (known) return known.personId;
  if (!profile.emailVerified) throw new UserError("sign-in-unverified");
  const email = profile.email.toLowerCase();
  const call = newCall(now, "screen");
  return write(system, call, { operation: accountOps.signedInFirst }, async (w) => {
    await w.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`sign-in:${email}`}))`;
    const person = await w.tx.person.findUnique({
      where: { email },
      select: {
        id: true,
        deactivatedAt: true,
        identities: { select: { issuer: true, subject: true } },
      },
    });
    if (person?.deactivatedAt) throw new UserError("sign-in-unknown");
    const linked = person?.identities.find((identity) => identity.issuer === profile.issuer);
    if (person && linked?.subject === profile.subject) return person.id;
    if (linked) throw new UserError("sign-in-unknown");
    if (!person && !domains.includes(email.split("@").at(-1) ?? ""))
      throw new UserError("sign-in-unknown");
    const personId =
      person?.id ?? (await w.insert("person", [{ name: profile.name || email, email }]))[0];
    if (!personId) throw new UserError("sign-in-unknown");
    await w.tx.identity.create({
      data: { issuer: profile.issuer, subject: profile.subject, personId },
    });
    return personId;
  });
}
