"use client";

import { BandGauge } from "#components/gauge/band-gauge.tsx";
import { GaugeMend, GaugeShare } from "#components/gauge/gauge-cells.tsx";
import { BandPopover } from "#components/roadmap/band-popover.tsx";
import { LaneRow } from "#components/roadmap/lane-row.tsx";
import type { RoadmapActions } from "#components/roadmap/use-roadmap.ts";
import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";
import { bandsOf, effortOf, type TribeBoard } from "#lib/roadmap/board.ts";

/** A Tribe's head with its share, and a lane for each of its teams. */
export function TribeGroup({
  tribe,
  next,
  actions,
  mayLead,
}: {
  tribe: TribeBoard;
  /** The Tribe as it would be with what is held. */
  next: TribeBoard;
  actions: RoadmapActions;
  mayLead: boolean;
}) {
  const { t } = useRoadmapWords();
  const now = effortOf(tribe.lanes);
  const then = effortOf(next.lanes);
  const isTouched =
    now.techHalfMonths !== then.techHalfMonths || now.totalHalfMonths !== then.totalHalfMonths;
  const gauge = { ...now, ...bandsOf(tribe), whatIf: isTouched ? then : null };
  return (
    <section aria-label={tribe.name}>
      <div className="flex min-h-6.5 flex-wrap items-center gap-x-2 border-b border-line bg-canvas px-6 max-lg:px-4">
        <TribeFlag name={tribe.name} letters={tribe.code} position={tribe.position} decorative />
        <h3 className="w-34 truncate font-semibold">{tribe.name}</h3>
        <span className="w-31">
          <BandGauge size="sm" name={tribe.name} {...gauge} />
        </span>
        <span className="w-16 text-xs">
          <GaugeShare {...gauge} />
        </span>
        <span className="w-32 text-xs text-ink-muted">
          {t("lane.techOf", { amount: then.totalHalfMonths / 2 })}
        </span>
        <GaugeMend {...(isTouched ? { ...then, ...bandsOf(tribe) } : gauge)} />
        <span className="ml-auto flex items-center gap-2 text-xs text-ink-muted">
          {tribe.state === "draft" ? null : t(`state.${tribe.state}`)}
          {mayLead ? <BandPopover tribe={tribe} actions={actions} /> : null}
        </span>
      </div>
      {tribe.lanes.map((lane, index) => (
        <LaneRow
          key={lane.teamId}
          tribe={tribe}
          lane={lane}
          next={next.lanes[index] ?? lane}
          actions={actions}
          maySetCapacity={mayLead && tribe.state !== "closed"}
        />
      ))}
      {tribe.lanes.length === 0 ? (
        <p className="border-b border-line px-6 py-2 text-ink-muted">{t("lane.none")}</p>
      ) : null}
    </section>
  );
}
