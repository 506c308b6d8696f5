import "server-only";
import { notFound, redirect } from "next/navigation";
import type { PersonActor } from "#lib/auth/actor.ts";
import { can, type Permission, type Scope } from "#lib/auth/policy.ts";
import { currentActor } from "#lib/auth/session.ts";

/** Every page's first line: who is it, and may they? Refused and absent look alike. */
export async function requirePerson(
  permission: Permission,
  scope: Scope = {},
  signInAt = "/sign-in",
): Promise<PersonActor> {
  const actor = await currentActor();
  if (!actor) redirect(signInAt);
  if (!can(actor, permission, scope)) notFound();
  return actor;
}
