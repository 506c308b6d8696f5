import type { Actor } from "#lib/auth/actor.ts";
import type { Moment } from "#lib/quarter.ts";

/** Who says so and when; without a person it is nobody's but the system's. */
export type Said = { byId: string | null; at: Date };

export function saidBy(actor: Actor, { now }: Moment): Said {
  return { byId: actor.kind === "person" ? actor.id : null, at: now };
}
