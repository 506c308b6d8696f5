import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import {
  type FilterChoice,
  InitiativeFilters,
} from "#components/initiative/initiative-filters.tsx";
import { InitiativeTable } from "#components/initiative/initiative-table.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Narrowed } from "#components/ui/narrowed.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { can } from "#lib/auth/policy.ts";
import { moment } from "#lib/clock.ts";
import { listTeamChoices } from "#lib/initiatives/reads/initiative.ts";
import { listInitiatives } from "#lib/initiatives/reads/initiatives.ts";
import { initiativeFilters } from "#lib/initiatives/schema.ts";
import { currentQuarter, quarterName, shiftQuarter } from "#lib/quarter.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("initiatives"))("title") };
}

export default async function InitiativesPage({ searchParams }: Props) {
  const viewer = await requirePerson("initiative:read");
  const filters = initiativeFilters.parse(await searchParams);
  const [t, rows, teams] = await Promise.all([
    getTranslations("initiatives"),
    listInitiatives(viewer, filters),
    listTeamChoices(viewer),
  ]);
  const unscored = rows.filter((row) => row.score === null).length;
  const tribes = new Map(teams.map((team) => [team.tribeCode, team.tribeName]));
  const current = currentQuarter(moment());
  const sees = can(viewer, "plan:read");
  const all: FilterChoice[] = [
    {
      name: "tribe",
      value: filters.tribe ?? "",
      options: [...tribes].map(([value, label]) => ({ value, label })),
    },
    {
      name: "kind",
      value: filters.kind ?? "",
      options: [
        { value: "product", label: t("form.product") },
        { value: "tech", label: t("form.tech") },
      ],
    },
    {
      name: "origin",
      value: filters.origin ?? "",
      options: [
        { value: "bottom-up", label: t("form.bottomUp") },
        { value: "top-down", label: t("form.topDown") },
      ],
    },
    {
      name: "quarter",
      value: filters.quarter ?? "",
      options: [
        { value: "none", label: t("filter.nowhere") },
        ...[-3, -2, -1, 0, 1, 2].map((steps) => {
          const quarter = shiftQuarter(current, steps);
          return { value: quarter, label: quarterName(quarter) };
        }),
      ],
    },
    {
      name: "sort",
      value: filters.sort,
      options: (["score", "newest", "reach", "effort"] as const).map((value) => ({
        value,
        label: t(`filter.by.${value}`),
      })),
    },
  ];
  const choices = sees ? all : all.filter(({ name }) => name === "tribe" || name === "kind");
  return (
    <>
      <PageHeader
        crumb={t("title")}
        answer={
          sees ? t("answer", { count: rows.length, unscored }) : t("count", { count: rows.length })
        }
        actions={
          can(viewer, "initiative:edit") ? (
            <ButtonLink href="/initiatives/new" variant="primary">
              {t("new")}
            </ButtonLink>
          ) : null
        }
      />
      <WithMessages of={["initiatives"]}>
        <InitiativeFilters choices={choices} text={filters.text ?? ""} />
      </WithMessages>
      {sees && filters.year ? (
        <Narrowed
          words={t("filter.year", { quarter: quarterName(filters.year), count: rows.length })}
          all="/initiatives"
        />
      ) : null}
      {rows.length === 0 ? (
        <EmptyState title={t("empty.title")}>
          {t(can(viewer, "initiative:edit") ? "empty.body" : "empty.reader")}
        </EmptyState>
      ) : (
        <InitiativeTable rows={rows} withPlan={sees} />
      )}
    </>
  );
}
