import type { PersonActor } from "#lib/auth/actor.ts";
import type { HatCode } from "#lib/auth/hats.ts";

/** Whether somebody wears one of these hats today. */
export function wears(viewer: PersonActor, ...codes: HatCode[]): boolean {
  return viewer.hats.some(({ code }) => codes.includes(code));
}
