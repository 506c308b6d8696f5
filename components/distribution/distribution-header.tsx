"use client";

import Link from "next/link";
import { useDistributionWords } from "#components/distribution/use-distribution-words.ts";
import { type QuarterChoice, QuarterSwitcher } from "#components/shell/quarter-switcher.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";
import type { Distribution, ShareableInsight } from "#lib/distribution/views.ts";
import { quarterName } from "#lib/quarter.ts";

export function DistributionHeader({
  distribution,
  insights,
  choices,
}: {
  distribution: Distribution;
  insights: readonly ShareableInsight[];
  choices: readonly QuarterChoice[];
}) {
  const { t } = useDistributionWords();
  const { quarter, tribe, tribes, mayShareOut, isOver } = distribution;
  const waiting = insights.filter(({ teamId }) => teamId === null).length;
  const counts = { waiting, shared: insights.length - waiting };
  const answer = () => {
    if (isOver) return t("answer.over", { ...counts, quarter: quarterName(quarter) });
    if (insights.length === 0) return t("answer.nothing", { tribe: tribe.name });
    if (waiting === 0) return t("answer.done", counts);
    return t(mayShareOut ? "answer.yours" : "answer.theirs", counts);
  };
  return (
    <PageHeader
      crumb={
        <>
          {t("title")}
          <QuarterSwitcher shown={quarter} choices={choices} />
          <nav aria-label={t("tribes")} className="flex flex-wrap items-center gap-1">
            {tribes.map((one) => (
              <Link
                key={one.code}
                href={`/distribution/${quarter}?tribe=${one.code}`}
                aria-current={one.code === tribe.code ? "page" : undefined}
                className="flex items-center gap-1.5 rounded-chip px-1 py-0.5 leading-5 hover:bg-sunk aria-[current]:text-ink max-md:min-h-11"
              >
                <TribeFlag
                  name={one.name}
                  letters={one.code}
                  position={one.position}
                  proposed={one.code !== tribe.code}
                  decorative={one.code === tribe.code}
                />
                {one.code === tribe.code ? one.name : null}
              </Link>
            ))}
          </nav>
        </>
      }
      answer={answer()}
    />
  );
}
