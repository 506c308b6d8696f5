import "server-only";
import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import type { PersonActor } from "#lib/auth/actor.ts";
import { findActorBySession } from "#lib/auth/queries.ts";

/** Who is asking, looked up on each request: sign-out, a new hat and a closed account count at once. */
export const currentActor = cache(async (): Promise<PersonActor | null> => {
  const sessionId = await sessionOfCookie();
  return sessionId ? findActorBySession(sessionId, new Date()) : null;
});

/**
 * The session that next-auth's cookie names. getServerSession would also seal a new token, which nobody is given: half
 * of what a small request takes.
 */
async function sessionOfCookie(): Promise<string | null> {
  const isSecure = process.env.NEXTAUTH_URL?.startsWith("https://");
  const name = `${isSecure ? "__Secure-" : ""}next-auth.session-token`;
  const token = (await cookies()).get(name)?.value;
  const secret = process.env.NEXTAUTH_SECRET;
  if (!token || !secret) return null;
  const read = await decode({ token, secret }).catch(() => null);
  return typeof read?.sessionId === "string" ? read.sessionId : null;
}
