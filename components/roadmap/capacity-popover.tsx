"use client";

import { type ReactNode, useState } from "react";
import { NumberField, useNumberText } from "#components/form/number-field.tsx";
import type { RoadmapActions } from "#components/roadmap/use-roadmap.ts";
import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import type { Lane } from "#lib/roadmap/board.ts";
import { capacityNumber } from "#lib/roadmap/capacity.ts";
import { numberIn } from "#lib/typed-number.ts";

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
  const written = useNumberText();
  const [allText, setAll] = useState(() => written((lane.capacityHalfMonths ?? 0) / 2));
  const [reserveText, setReserve] = useState(() => written(lane.reserveHalfMonths / 2));
  const all = numberIn(allText, capacityNumber);
  const reserve = numberIn(reserveText, capacityNumber);
  const isTooMuch = all !== null && reserve !== null && reserve > all;
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (all === null || reserve === null || isTooMuch) return;
        actions.setCapacity(lane.teamId, all * 2, reserve * 2);
        close();
      }}
    >
      <NumberField
        label={t("capacity.all")}
        rule={capacityNumber}
        required
        value={allText}
        onText={setAll}
      />
      <NumberField
        label={t("capacity.reserve")}
        hint={t("capacity.reserveHint")}
        rule={capacityNumber}
        required
        value={reserveText}
        error={isTooMuch ? t("capacity.tooMuch") : undefined}
        onText={setReserve}
      />
      <Button type="submit" variant="primary">
        {t("capacity.save")}
      </Button>
    </form>
  );
}
