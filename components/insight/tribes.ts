import type { TribeChoice } from "#lib/insights/views.ts";

/** The Tribe and the team of these ids, as far as they are among the choices. */
export function placeOf(
  tribes: readonly TribeChoice[],
  tribeId: string | null,
  teamId: string | null,
) {
  const tribe = tribes.find(({ id }) => id === tribeId);
  const team = tribes.flatMap(({ teams }) => teams).find(({ id }) => id === teamId);
  return { tribe, team };
}
