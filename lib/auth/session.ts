import "server-only";
import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import type { PersonActor } from "#lib/auth/actor.ts";
import { sessionCookie } from "#lib/auth/cookie.ts";
import { findActorBySession } from "#lib/auth/reads/actors.ts";
import { moment } from "#lib/clock.ts";
import { env } from "#lib/env.ts";

/** Who is asking, looked up on each request: sign-out, a new hat and a closed account count at once. */
export const currentActor = cache(async (): Promise<PersonActor | null> => {
  const sessionId = await sessionOfCookie();
  return sessionId ? findActorBySession(sessionId, moment()) : null;
});

/**
 * The session that next-auth's cookie names. getServerSession would also seal a new token, which nobody is given; and
 * what a token says never changes, so that it is opened once: both took half of what a small request takes. Whether the
 * session still counts is the database's to say.
 */
async function sessionOfCookie(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie())?.value;
  if (!token) return null;
  const known = opened.get(token);
  if (known) return known;
  const sessionId = await openToken(token);
  if (opened.size >= MOST_OPENED) opened.clear();
  if (sessionId) opened.set(token, sessionId);
  return sessionId;
}

const MOST_OPENED = 5000;
/** Session ids by token. */
const opened = new Map<string, string>();

async function openToken(token: string): Promise<string | null> {
  const secret = env().NEXTAUTH_SECRET;
  if (!secret) return null;
  const read = await decode({ token, secret }).catch(() => null);
  return typeof read?.sessionId === "string" ? read.sessionId : null;
}
