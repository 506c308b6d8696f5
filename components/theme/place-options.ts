import type { Fields } from "#components/form/action-form.tsx";
import type { SelectOption } from "#components/ui/select.tsx";
import type { TribeChoice } from "#lib/insights/views.ts";

// Where a theme lives is one choice: a team, or a whole Tribe while no team has it.

export type Place = { tribeId: string; teamId: string | null };

export function placeOptions(tribes: readonly TribeChoice[]): SelectOption[] {
  return tribes.flatMap((tribe) => [
    { value: placeValue({ tribeId: tribe.id, teamId: null }), label: tribe.name },
    ...tribe.teams.map((team) => ({
      value: placeValue({ tribeId: tribe.id, teamId: team.id }),
      label: `${tribe.name} · ${team.name}`,
    })),
  ]);
}

export function placeValue({ tribeId, teamId }: Place): string {
  return teamId ? `${tribeId}/${teamId}` : tribeId;
}

export function placeFrom(value: string): Place {
  const [tribeId = "", teamId = null] = value.split("/");
  return { tribeId, teamId };
}

/** What a form sends, with its one choice `place` as the two fields that commands take. */
export function withPlace({ place, ...fields }: Fields): Fields {
  return { ...fields, ...(typeof place === "string" ? placeFrom(place) : {}) };
}
