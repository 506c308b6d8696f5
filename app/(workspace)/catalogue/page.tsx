import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskBox } from "#components/catalogue/ask-box.tsx";
import { NewEntry } from "#components/catalogue/entry-acts.tsx";
import { EntryFilters } from "#components/catalogue/entry-filters.tsx";
import { EntryTable } from "#components/catalogue/entry-table.tsx";
import { teamOptions } from "#components/catalogue/team-options.ts";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { can } from "#lib/auth/policy.ts";
import { listEntries } from "#lib/catalogue/reads/entries.ts";
import { entryFilters } from "#lib/catalogue/schema.ts";
import { askOf } from "#lib/catalogue/views.ts";
import { moment } from "#lib/clock.ts";
import { listInitiativesNamed } from "#lib/initiatives/reads/initiatives.ts";
import { listTribeChoices } from "#lib/insights/reads/insights.ts";
import { currentQuarter } from "#lib/quarter.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const MOST_INITIATIVES = 500;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("title") };
}

export default async function CataloguePage({ searchParams }: Props) {
  const viewer = await requirePerson("catalogue:read");
  const at = moment();
  const filters = entryFilters.parse(await searchParams);
  const mayEdit = can(viewer, "catalogue:edit");
  const [t, entries, tribes, initiatives] = await Promise.all([
    getTranslations("catalogue"),
    listEntries(viewer, filters, at),
    listTribeChoices(viewer),
    mayEdit ? listInitiativesNamed(viewer, "", MOST_INITIATIVES) : [],
  ]);
  const isFiltered = Object.values(filters).some(Boolean);
  const asking = mayEdit ? entries.filter((entry) => askOf(entry) !== null).length : 0;
  const answer = t("count", {
    count: entries.length,
    asking,
    where: isFiltered ? "filtered" : "all",
  });
  const teams = teamOptions(tribes);
  return (
    <WithMessages of={["catalogue"]}>
      <PageHeader
        crumb={t("title")}
        answer={answer}
        actions={
          mayEdit ? (
            <NewEntry choices={{ teams, initiatives, current: currentQuarter(at) }} />
          ) : null
        }
      />
      <AskBox />
      <EntryFilters filters={filters} teams={teams} mayEdit={mayEdit} />
      {entries.length > 0 ? (
        <EntryTable caption={answer} entries={entries} />
      ) : (
        <EmptyState
          title={t(isFiltered ? "empty.filtered" : "empty.title")}
          action={
            isFiltered ? <ButtonLink href="/catalogue">{t("empty.clear")}</ButtonLink> : undefined
          }
        >
          {isFiltered ? null : t(mayEdit ? "empty.text" : "empty.reader")}
        </EmptyState>
      )}
    </WithMessages>
  );
}
