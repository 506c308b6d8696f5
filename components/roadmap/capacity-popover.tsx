"use client";

import { type ReactNode, useState } from "react";
import type { RoadmapActions } from "#components/roadmap/use-roadmap.ts";
import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Popover } from "#components/ui/popover.tsx";
import type { Lane } from "#lib/roadmap/board.ts";

/** "7 / 9": what is taken of what a team can take on; opens to both, and to where they are set. */
export function CapacityPopover({
  lane,
  taken,
  mayEdit,
  actions,
}: {
  lane: Lane;
  taken: ReactNode;
  mayEdit: boolean;
  actions: RoadmapActions;
}) {
  const { t, months } = useRoadmapWords();
  const { capacityHalfMonths, reserveHalfMonths } = lane;
  const limit =
    capacityHalfMonths === null
      ? t("lane.noCapacity")
      : months(capacityHalfMonths - reserveHalfMonths);
  return (
    <Popover
      label={t("capacity.title", { team: lane.name })}
      button={
        <>
          <span className="sr-only">{t("capacity.title", { team: lane.name })} : </span>
          <span className="text-xs font-normal text-ink-muted">
            {taken} / {limit}
          </span>
        </>
      }
      trigger={{ variant: "quiet", className: "h-5! px-1! -mr-1 max-md:min-h-11!" }}
      className="w-64"
    >
      {(close) =>
        mayEdit ? (
          <CapacityForm lane={lane} actions={actions} close={close} />
        ) : (
          <p>
            {capacityHalfMonths === null
              ? t("capacity.unknown")
              : t("capacity.said", {
                  all: months(capacityHalfMonths),
                  reserve: months(reserveHalfMonths),
                })}
          </p>
        )
      }
    </Popover>
  );
}

function CapacityForm({
  lane,
  actions,
  close,
}: {
  lane: Lane;
  actions: RoadmapActions;
  close: () => void;
}) {
  const { t } = useRoadmapWords();
  const [all, setAll] = useState(`${(lane.capacityHalfMonths ?? 0) / 2}`);
  const [reserve, setReserve] = useState(`${lane.reserveHalfMonths / 2}`);
  const isTooMuch = Number(reserve) > Number(all);
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (isTooMuch) return;
        actions.setCapacity(
          lane.teamId,
          Math.round(Number(all) * 2),
          Math.round(Number(reserve) * 2),
        );
        close();
      }}
    >
      <Field
        label={t("capacity.all")}
        type="number"
        min={0}
        max={1000}
        step={0.5}
        required
        value={all}
        onChange={(event) => setAll(event.target.value)}
      />
      <Field
        label={t("capacity.reserve")}
        hint={t("capacity.reserveHint")}
        type="number"
        min={0}
        max={1000}
        step={0.5}
        required
        value={reserve}
        error={isTooMuch ? t("capacity.tooMuch") : undefined}
        onChange={(event) => setReserve(event.target.value)}
      />
      <Button type="submit" variant="primary">
        {t("capacity.save")}
      </Button>
    </form>
  );
}
