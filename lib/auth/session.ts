import "server-only";
import { getServerSession } from "next-auth";
import { cache } from "react";
import type { PersonActor } from "#lib/auth/actor.ts";
import { authOptions } from "#lib/auth/options.ts";
import { findActorBySession } from "#lib/auth/queries.ts";

/** Who is asking, looked up on each request: sign-out, a new hat and a closed account count at once. */
export const currentActor = cache(async (): Promise<PersonActor | null> => {
  const session = await getServerSession(authOptions());
  return session?.sessionId ? findActorBySession(session.sessionId, new Date()) : null;
});
