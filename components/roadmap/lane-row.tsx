"use client";

import { Fragment, useRef } from "react";
import { BandGauge } from "#components/gauge/band-gauge.tsx";
import { GaugeShare } from "#components/gauge/gauge-cells.tsx";
import { CapacityPopover } from "#components/roadmap/capacity-popover.tsx";
import { LaneCard } from "#components/roadmap/lane-card.tsx";
import { useHand } from "#components/roadmap/roadmap-context.ts";
import { useDropTarget } from "#components/roadmap/use-drag.ts";
import type { RoadmapActions } from "#components/roadmap/use-roadmap.ts";
import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import { classNames } from "#components/ui/class-names.ts";
import { bandsOf, effortOf, type Lane, roomOf, type TribeBoard } from "#lib/roadmap/board.ts";
import { isAtHome } from "#lib/roadmap/hold.ts";

/** A team's quarter: who and how much at the left, what they do at the right, up to the wall. */
export function LaneRow({
  tribe,
  lane,
  next,
  actions,
  maySetCapacity,
}: {
  tribe: TribeBoard;
  lane: Lane;
  /** The lane as it would be with what is held. */
  next: Lane;
  actions: RoadmapActions;
  maySetCapacity: boolean;
}) {
  const ref = useRef<HTMLUListElement>(null);
  const { hold, isOpen } = useHand();
  useDropTarget(ref, lane.teamId, isOpen(lane.teamId));
  const target = hold?.target?.teamId === lane.teamId ? hold.target : null;
  const slotAt = hold && target && !isAtHome(hold) ? target.index : null;
  const others = lane.cards.filter((card) => card.id !== hold?.from?.itemId);
  const beforeId = slotAt === null ? undefined : others[slotAt]?.id;
  return (
    <div
      className={classNames(
        "grid min-h-12 grid-cols-[13.25rem_minmax(0,1fr)] border-b border-line",
        slotAt !== null && "bg-accent-soft",
      )}
    >
      <LaneHead {...{ tribe, lane, next, actions, maySetCapacity }} />
      <div className="relative overflow-hidden py-1 pl-1">
        <Wall lane={lane} isQuiet={slotAt !== null} />
        <ul
          ref={ref}
          data-lane={lane.teamId}
          tabIndex={-1}
          aria-label={lane.name}
          className="relative flex min-h-9.5 outline-none"
        >
          {lane.cards.map((card, index) => (
            <Fragment key={card.id}>
              {beforeId === card.id ? <Slot /> : null}
              <LaneCard card={card} lane={lane} tribePosition={tribe.position} rank={index + 1} />
            </Fragment>
          ))}
          {slotAt !== null && beforeId === undefined ? <Slot /> : null}
        </ul>
      </div>
    </div>
  );
}

function LaneHead({ tribe, lane, next, actions, maySetCapacity }: Parameters<typeof LaneRow>[0]) {
  const { months } = useRoadmapWords();
  const now = effortOf([lane]);
  const then = effortOf([next]);
  const isTouched =
    now.techHalfMonths !== then.techHalfMonths || now.totalHalfMonths !== then.totalHalfMonths;
  const gauge = { ...now, ...bandsOf(tribe, lane), whatIf: isTouched ? then : null };
  return (
    <div className="border-r border-line px-3 pt-0.5 pl-6 max-lg:pl-4">
      <div className="flex items-center justify-between gap-2">
        <h4 className="truncate font-semibold">{lane.name}</h4>
        <CapacityPopover
          lane={lane}
          actions={actions}
          mayEdit={maySetCapacity}
          taken={
            isTouched ? (
              <>
                <span className="text-ink-faint">{months(now.totalHalfMonths)} →</span>{" "}
                <b className="text-accent">{months(then.totalHalfMonths)}</b>
              </>
            ) : (
              months(now.totalHalfMonths)
            )
          }
        />
      </div>
      <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] items-center gap-1.5">
        <BandGauge size="sm" name={lane.name} {...gauge} />
        <span className="text-right text-xs">
          <GaugeShare {...gauge} />
        </span>
      </div>
    </div>
  );
}

/** Capacity is a wall; beyond it fine hatch, with what is free or too much in words. */
function Wall({ lane, isQuiet }: { lane: Lane; isQuiet: boolean }) {
  const { scale } = useHand();
  const { t, months } = useRoadmapWords();
  const room = roomOf(lane);
  if (room === null || lane.capacityHalfMonths === null) return null;
  const wall = lane.capacityHalfMonths - lane.reserveHalfMonths;
  const taken = wall - room;
  const left = (halfMonths: number) => `calc(4px + (100% - 4px) * ${halfMonths} / ${scale})`;
  return (
    <>
      <div aria-hidden style={{ left: left(wall) }} className="hatch absolute inset-y-0 right-0" />
      <div
        aria-hidden
        style={{ left: left(wall) }}
        className={classNames(
          "pointer-events-none absolute inset-y-0 z-10 w-0.5",
          room < 0 ? "bg-bad" : "bg-ink",
        )}
      />
      <span
        hidden={isQuiet}
        style={{ left: left(Math.max(wall, taken)) }}
        className={classNames(
          "absolute top-1/2 ml-2 -translate-y-1/2 rounded-chip bg-surface px-1 text-xs whitespace-nowrap",
          room < 0 ? "text-bad" : "text-ink-muted",
        )}
      >
        {room > 0 ? t("lane.free", { amount: months(room) }) : null}
        {room === 0 ? t("lane.full") : null}
        {room < 0 ? t("lane.over", { amount: months(-room) }) : null}
      </span>
    </>
  );
}

function Slot() {
  const { hold, scale } = useHand();
  const { personMonths } = useRoadmapWords();
  if (!hold) return null;
  return (
    <li
      style={{ width: `calc(100% * ${hold.effortHalfMonths} / ${scale} - 4px)` }}
      className="mr-1 grid h-9.5 flex-none items-center overflow-hidden rounded-card border border-dashed border-accent px-1.5 text-xs whitespace-nowrap text-accent"
    >
      + {personMonths(hold.effortHalfMonths)}
    </li>
  );
}
