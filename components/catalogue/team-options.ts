import type { SelectOption } from "#components/ui/select.tsx";
import type { TribeChoice } from "#lib/insights/views.ts";

export function teamOptions(tribes: readonly TribeChoice[]): SelectOption[] {
  return tribes.flatMap((tribe) =>
    tribe.teams.map(({ id, name }) => ({ value: id, label: `${tribe.name} · ${name}` })),
  );
}
