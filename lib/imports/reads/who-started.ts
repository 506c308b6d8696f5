import "server-only";
import { type Actor, system } from "#lib/auth/actor.ts";
import { findActorById } from "#lib/auth/reads/actors.ts";
import type { Moment } from "#lib/quarter.ts";

/** Who an import runs as: whoever started it, while they have an account. */
export async function whoStarted(personId: string | null, at: Moment): Promise<Actor> {
  return (personId && (await findActorById(personId, at))) || system;
}
