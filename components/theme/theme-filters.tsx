"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Select } from "#components/ui/select.tsx";
import type { TribeChoice } from "#lib/insights/views.ts";
import type { ThemeFilters as Filters } from "#lib/themes/schema.ts";

/** Tribe and team, in the address; another Tribe lets go of the team. */
export function ThemeFilters({
  filters,
  tribes,
}: {
  filters: Filters;
  tribes: readonly TribeChoice[];
}) {
  const t = useTranslations("themes.filter");
  const router = useRouter();
  const go = (next: Filters) => {
    const given = Object.entries(next).filter(([, value]) => value);
    router.replace(given.length > 0 ? `/themes?${new URLSearchParams(given)}` : "/themes");
  };
  const shown = tribes.filter(({ code }) => !filters.tribe || code === filters.tribe);
  return (
    <form
      aria-label={t("label")}
      className="flex flex-wrap items-end gap-2 border-b border-line px-6 py-2 max-md:px-4"
    >
      <Select
        label={t("tribe")}
        name="tribe"
        value={filters.tribe ?? ""}
        empty={t("all")}
        options={tribes.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(event) => go({ tribe: event.target.value })}
        className="min-w-40 max-md:flex-1"
      />
      <Select
        label={t("team")}
        name="team"
        value={filters.team ?? ""}
        empty={t("all")}
        options={shown.flatMap(({ teams }) =>
          teams.map(({ id, name }) => ({ value: id, label: name })),
        )}
        onChange={(event) => go({ tribe: filters.tribe, team: event.target.value })}
        className="min-w-40 max-md:flex-1"
      />
    </form>
  );
}
