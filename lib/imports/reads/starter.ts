import "server-only";
import { type Actor, system } from "#lib/auth/actor.ts";
import { findActorById } from "#lib/auth/reads/actors.ts";
import { moment } from "#lib/clock.ts";

/** Who an import runs as: whoever started it, while they have an account. */
export async function starter(personId: string | null): Promise<Actor> {
  return (personId && (await findActorById(personId, moment()))) || system;
}
