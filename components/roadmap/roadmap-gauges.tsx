"use client";

import { BandGauge } from "#components/gauge/band-gauge.tsx";
import { TopDownGauge } from "#components/gauge/top-down-gauge.tsx";
import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import { COMPANY_BAND } from "#lib/roadmap/band.ts";
import { type Board, bandsOf, effortOf, lanesOf, type TribeBoard } from "#lib/roadmap/board.ts";
import type { Effort } from "#lib/roadmap/tech-share.ts";

/** The Tribe at hand, the company, and the company's top-down share over the last four quarters. */
export function RoadmapGauges({
  tribe,
  board,
  next,
  topDown,
  quarter,
}: {
  quarter: string;
  tribe: TribeBoard | null;
  board: Board;
  /** The board as it would be with what is held. */
  next: Board;
  topDown: { topDown: number; all: number };
}) {
  const { t } = useRoadmapWords();
  const company = effortOf(lanesOf(board));
  const then = next.tribes.find((one) => one.id === tribe?.id);
  return (
    <div className="grid min-h-34 shrink-0 border-b border-line max-md:hidden md:grid-cols-[1.4fr_1fr_1fr]">
      {tribe ? (
        <Cell title={t("gauge.tribe", { tribe: tribe.name })}>
          <BandGauge
            size="lg"
            name={tribe.name}
            {...effortOf(tribe.lanes)}
            {...bandsOf(tribe)}
            whatIf={changed(effortOf(tribe.lanes), then ? effortOf(then.lanes) : null)}
          />
        </Cell>
      ) : null}
      <Cell title={t("gauge.company")}>
        <BandGauge
          size="lg"
          name={t("gauge.allTribes")}
          {...company}
          band={COMPANY_BAND}
          whatIf={changed(company, effortOf(lanesOf(next)))}
        />
      </Cell>
      <Cell title={t("gauge.topDown")}>
        <TopDownGauge size="lg" quarter={quarter} {...topDown} />
      </Cell>
    </div>
  );
}

function Cell({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="min-w-0 px-6 pt-2.5 pb-2 not-first:border-l not-first:border-line max-lg:px-4">
      <h2 className="text-xs font-medium">{title}</h2>
      {children}
    </section>
  );
}

function changed(now: Effort, then: Effort | null): Effort | null {
  if (!then) return null;
  const isSame =
    now.techHalfMonths === then.techHalfMonths && now.totalHalfMonths === then.totalHalfMonths;
  return isSame ? null : then;
}
