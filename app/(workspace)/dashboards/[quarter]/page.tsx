import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { InsightFlow } from "#components/dashboard/insight-flow.tsx";
import { OkrList } from "#components/dashboard/okr-list.tsx";
import { type TribeLine, tribeLines } from "#components/dashboard/tribe-lines.ts";
import { TribesTable } from "#components/dashboard/tribes-table.tsx";
import { TopDownGauge } from "#components/gauge/top-down-gauge.tsx";
import { quarterChoices } from "#components/shell/quarter-choices.ts";
import { QuarterSwitcher } from "#components/shell/quarter-switcher.tsx";
import { Narrowed } from "#components/ui/narrowed.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { can } from "#lib/auth/policy.ts";
import { moment } from "#lib/clock.ts";
import { countFlow, listFlowWeeks } from "#lib/dashboards/reads.ts";
import { listObjectives } from "#lib/okrs/reads.ts";
import { objectiveTree } from "#lib/okrs/tree.ts";
import {
  currentQuarter,
  elapsedShare,
  isOver,
  isQuarter,
  quarterName,
  weekOf,
} from "#lib/quarter.ts";
import { lanesOf } from "#lib/roadmap/board.ts";
import { findRoadmap } from "#lib/roadmap/reads/roadmap.ts";
import { techShare } from "#lib/roadmap/tech-share.ts";
import { countTopDown } from "#lib/roadmap/top-down-count.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboards"))("title") };
}

type Props = {
  params: Promise<{ quarter: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function DashboardPage({ params, searchParams }: Props) {
  const viewer = await requirePerson("dashboard:read");
  const { quarter } = await params;
  if (!isQuarter(quarter)) notFound();
  const at = moment();
  const [t, format, roadmap, rows, flow, weeks] = await Promise.all([
    getTranslations("dashboards"),
    getFormatter(),
    findRoadmap(viewer, quarter, at),
    listObjectives(viewer, quarter),
    countFlow(viewer, quarter, at),
    listFlowWeeks(viewer, quarter, at),
  ]);
  const current = currentQuarter(at);
  const objectives = objectiveTree(
    rows.filter(({ level }) => level !== "individual"),
    elapsedShare(quarter, at),
  );
  const lines = tribeLines(roadmap.tribes, objectives);
  const outside = lines.filter(({ id, gauge }) => id !== null && isOutside(gauge));
  const isNarrowed = (await searchParams).only === "outside";
  const isPlanned = lanesOf(roadmap).some((lane) => lane.cards.length > 0);
  const insights = t("answer.insights", { answered: flow.answered, received: flow.received });
  const answer = () => {
    if (roadmap.tribes.length === 0) return t("answer.none", { quarter: quarterName(quarter) });
    if (!isPlanned) return t("answer.unplanned", { quarter: quarterName(quarter), insights });
    if (outside.length === 0) return t("answer.well", { tribes: roadmap.tribes.length, insights });
    const names = format.list(outside.map(({ tribe }) => tribe?.name ?? ""));
    return t("answer.outside", { names, count: outside.length, insights });
  };
  return (
    <>
      <PageHeader
        crumb={
          <>
            {t("title")}
            <QuarterSwitcher
              shown={quarter}
              choices={quarterChoices("dashboards", quarter, current)}
            />
            {quarter === current ? <span>{t("week", { week: weekOf(quarter, at) })}</span> : null}
          </>
        }
        answer={answer()}
      />
      {isNarrowed ? (
        <Narrowed
          words={t("roadmap.onlyOutside", { count: outside.length })}
          all={`/dashboards/${quarter}`}
        />
      ) : null}
      <TribesTable quarter={quarter} lines={isNarrowed ? outside : lines} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-6 py-3 max-md:px-4">
        <h2 className="text-xs text-ink-muted">{t("roadmap.topDown")}</h2>
        <div className="w-80 max-w-full">
          <TopDownGauge
            quarter={quarter}
            {...countTopDown([
              ...roadmap.plannedBefore,
              ...lanesOf(roadmap).flatMap((lane) => lane.cards),
            ])}
            size="lg"
          />
        </div>
      </div>
      <div className="grid grow border-t border-line lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <OkrList quarter={quarter} objectives={objectives} isOver={isOver(quarter, at)} />
        <div className="border-line max-lg:border-t lg:border-l">
          <InsightFlow
            quarter={quarter}
            flow={flow}
            weeks={weeks}
            mayList={can(viewer, "insight:list")}
          />
        </div>
      </div>
    </>
  );
}

function isOutside(gauge: TribeLine["gauge"]): boolean {
  const { state } = techShare(gauge);
  return state === "below" || state === "above";
}
