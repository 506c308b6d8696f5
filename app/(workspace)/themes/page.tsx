import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import type { Place } from "#components/theme/place-options.ts";
import { NewTheme } from "#components/theme/theme-acts.tsx";
import { ThemeFilters } from "#components/theme/theme-filters.tsx";
import { ThemeTable } from "#components/theme/theme-table.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { PersonActor } from "#lib/auth/actor.ts";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { can } from "#lib/auth/policy.ts";
import { moment } from "#lib/clock.ts";
import { listTribeChoices } from "#lib/insights/reads/insights.ts";
import type { TribeChoice } from "#lib/insights/views.ts";
import { listThemes } from "#lib/themes/reads/themes.ts";
import { themeFilters } from "#lib/themes/schema.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("themes"))("title") };
}

export default async function ThemesPage({ searchParams }: Props) {
  const viewer = await requirePerson("theme:read");
  const filters = themeFilters.parse(await searchParams);
  const isFiltered = Boolean(filters.tribe || filters.team);
  const [t, rows, tribes] = await Promise.all([
    getTranslations("themes"),
    listThemes(viewer, filters, moment()),
    listTribeChoices(viewer),
  ]);
  const alone = rows.filter(({ initiatives }) => initiatives === 0).length;
  const answer = t("answer", {
    count: rows.length,
    alone,
    where: isFiltered ? "filtered" : "all",
  });
  const place = firstPlace(viewer, tribes, filters);
  return (
    <WithMessages of={["themes"]}>
      <PageHeader
        crumb={t("title")}
        answer={answer}
        actions={
          place && can(viewer, "theme:edit") ? <NewTheme tribes={tribes} place={place} /> : null
        }
      />
      <ThemeFilters filters={filters} tribes={tribes} />
      {rows.length > 0 ? (
        <ThemeTable
          caption={answer}
          rows={rows}
          withMoney={rows.some(({ revenueCents }) => revenueCents !== null)}
        />
      ) : (
        <EmptyState
          title={t(isFiltered ? "empty.filtered" : "empty.title")}
          action={
            isFiltered ? <ButtonLink href="/themes">{t("empty.clear")}</ButtonLink> : undefined
          }
        >
          {isFiltered ? null : t(can(viewer, "theme:edit") ? "empty.text" : "empty.reader")}
        </EmptyState>
      )}
    </WithMessages>
  );
}

/** Where a new theme most likely belongs: what is being looked at, else the viewer's own team or Tribe. */
function firstPlace(
  viewer: PersonActor,
  tribes: readonly TribeChoice[],
  filters: { tribe?: string | undefined; team?: string | undefined },
): Place | null {
  const teamId = filters.team ?? viewer.hats.find((hat) => hat.teamId !== null)?.teamId ?? null;
  const ownTribe = viewer.hats.find((hat) => hat.tribeId !== null)?.tribeId;
  const ofTeam = tribes.find(({ teams }) => teams.some(({ id }) => id === teamId));
  const looked = tribes.find(({ code }) => code === filters.tribe);
  const tribe = looked ?? ofTeam ?? tribes.find(({ id }) => id === ownTribe) ?? tribes[0];
  if (!tribe) return null;
  return { tribeId: tribe.id, teamId: tribe === ofTeam ? teamId : null };
}
