import type { PersonActor, WornHat } from "#lib/auth/actor.ts";
import { hatSets } from "#lib/auth/hats.ts";
import type { TribeBoard } from "#lib/roadmap/board.ts";

/** The first Tribe, of those on the roadmap, that somebody leads. */
export function ledTribe(
  viewer: PersonActor,
  tribes: readonly TribeBoard[],
): TribeBoard | undefined {
  const led = new Set(viewer.hats.filter(leads).map(({ tribeId }) => tribeId));
  return tribes.find(({ id }) => led.has(id));
}

const leads = (hat: WornHat) => hatSets[hat.code] === "lead" && hat.tribeId !== null;
