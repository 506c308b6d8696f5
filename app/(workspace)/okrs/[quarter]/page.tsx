import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { CheckInButton, CheckInCursor } from "#components/okr/check-in-cursor.tsx";
import { NewObjective } from "#components/okr/new-objective.tsx";
import { OkrGaps } from "#components/okr/okr-gaps.tsx";
import { OkrLegend } from "#components/okr/okr-legend.tsx";
import { OkrMine } from "#components/okr/okr-mine.tsx";
import { OkrTable } from "#components/okr/okr-table.tsx";
import { OkrTabs } from "#components/okr/okr-tabs.tsx";
import { ownerOptions } from "#components/okr/owner-options.ts";
import { quarterChoices } from "#components/shell/quarter-choices.ts";
import { QuarterSwitcher } from "#components/shell/quarter-switcher.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Narrowed } from "#components/ui/narrowed.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { can } from "#lib/auth/policy.ts";
import { moment } from "#lib/clock.ts";
import { narrowedTo, narrowings } from "#lib/okrs/narrow.ts";
import {
  countReportsSet,
  listInitiativesServingNothing,
  listObjectives,
  listOwnerChoices,
} from "#lib/okrs/reads.ts";
import { type ObjectiveNode, objectiveTree, summaryOf } from "#lib/okrs/tree.ts";
import { permissionTo } from "#lib/okrs/writes/objective-for-writing.ts";
import {
  currentQuarter,
  elapsedShare,
  isOver,
  isQuarter,
  quarterBounds,
  quarterName,
  todayOf,
  weekOf,
} from "#lib/quarter.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("okrs"))("title") };
}

type Props = {
  params: Promise<{ quarter: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function OkrsPage({ params, searchParams }: Props) {
  const viewer = await requirePerson("okr:read");
  const { quarter } = await params;
  if (!isQuarter(quarter)) notFound();
  const given = await searchParams;
  const view = viewOf(given.view);
  const only = narrowings.find((name) => name === given.only) ?? null;
  const at = moment();
  const [t, rows, unlinked, reports, choices] = await Promise.all([
    getTranslations("okrs"),
    listObjectives(viewer, quarter),
    listInitiativesServingNothing(viewer, quarter),
    countReportsSet(viewer, quarter),
    listOwnerChoices(viewer),
  ]);
  const current = currentQuarter(at);
  const isPast = isOver(quarter, at);
  const tree = objectiveTree(rows, elapsedShare(quarter, at));
  const isMine = ({ level, owner }: ObjectiveNode) =>
    level === "individual" && owner?.id === viewer.id;
  const isReports = (one: ObjectiveNode) => one.level === "individual" && !isMine(one);
  const days = { first: quarterBounds(quarter).first, today: todayOf(at) };
  const ofTree = only ? narrowedTo(only, tree, days) : tree;
  const ofTribe = ofTree.filter(({ tribe }) => !given.tribe || tribe?.code === given.tribe);
  const shown = { tree: ofTribe, mine: tree.filter(isMine), reports: tree.filter(isReports) }[view];
  const isNarrowed = view === "tree" && (only !== null || given.tribe !== undefined);
  const ids = (act: "edit" | "check-in") =>
    shown
      .filter(({ level, owner, department }) => {
        const owned = { level, ownerId: owner?.id ?? null, departmentId: department?.id ?? null };
        return can(viewer, ...permissionTo(act, owned));
      })
      .map(({ id }) => id);
  // What is over has its result.
  const checkable = isPast ? [] : ids("check-in");
  const mine = tree.filter(isMine).length;
  const answers = {
    tree:
      tree.length > 0
        ? t(isPast ? "answer.over" : "answer.some", summaryOf(tree))
        : t("answer.none", { quarter: quarterName(quarter) }),
    mine: t("answer.mine", { count: mine, quarter: quarterName(quarter) }),
    reports: t("answer.reports", {
      ...(reports ?? { set: 0, all: 0 }),
      quarter: quarterName(quarter),
    }),
  };
  return (
    <WithMessages of={["okrs"]}>
      <CheckInCursor tree={shown} checkable={checkable}>
        <PageHeader
          crumb={
            <>
              {t("title")}
              <QuarterSwitcher
                shown={quarter}
                choices={quarterChoices(
                  "okrs",
                  quarter,
                  current,
                  view === "tree" ? "" : `?view=${view}`,
                )}
              />
              {quarter === current ? <span>{t("week", { week: weekOf(quarter, at) })}</span> : null}
              {isPast ? <span>{t("over")}</span> : null}
            </>
          }
          answer={answers[view]}
          actions={
            <>
              <CheckInButton />
              <NewObjective
                quarter={quarter}
                owners={ownerOptions(viewer, choices, t)}
                parents={tree
                  .filter(({ level }) => level !== "individual")
                  .map(({ id, title }) => ({ value: id, label: title }))}
              />
            </>
          }
        />
        <OkrTabs quarter={quarter} view={view} isOver={isPast} hasReports={reports !== null} />
        {isNarrowed ? (
          <Narrowed
            words={t(`only.${only ?? "common"}`, { count: shown.length })}
            all={`/okrs/${quarter}`}
          />
        ) : null}
        <div className="px-6 py-1.5 max-md:px-4 lg:hidden">
          <OkrLegend isOver={isPast} />
        </div>
        {shown.length > 0 ? (
          <OkrTable
            caption={answers[view]}
            tree={shown}
            checkable={checkable}
            editable={ids("edit")}
            now={at.now.toISOString()}
          />
        ) : (
          <EmptyState title={t("empty.title", { quarter: quarterName(quarter) })}>
            {t("empty.text")}
          </EmptyState>
        )}
        {view === "tree" ? <OkrMine quarter={quarter} count={mine} reports={reports} /> : null}
        {view === "tree" ? <OkrGaps initiatives={unlinked} /> : null}
      </CheckInCursor>
    </WithMessages>
  );
}

function viewOf(given: string | string[] | undefined): "tree" | "mine" | "reports" {
  return given === "mine" || given === "reports" ? given : "tree";
}
