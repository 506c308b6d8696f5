"use client";

import Link from "next/link";
import { useState } from "react";
import type { RoadmapActions } from "#components/roadmap/use-roadmap.ts";
import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { COMPANY_BAND } from "#lib/roadmap/band.ts";
import type { TribeBoard } from "#lib/roadmap/board.ts";

/** The band a Tribe holds itself to, within the company's. */
export function BandPopover({ tribe, actions }: { tribe: TribeBoard; actions: RoadmapActions }) {
  const { t } = useRoadmapWords();
  return (
    <Popover
      label={t("band.title", { tribe: tribe.name })}
      button={
        <>
          {t("band.open")}
          <span className="sr-only"> {tribe.name}</span>
        </>
      }
      trigger={{ variant: "quiet", className: "h-5! px-1! text-xs font-normal! max-md:min-h-11!" }}
      className="w-64"
    >
      {(close) => <BandForm tribe={tribe} actions={actions} close={close} />}
    </Popover>
  );
}

function BandForm({
  tribe,
  actions,
  close,
}: {
  tribe: TribeBoard;
  actions: RoadmapActions;
  close: () => void;
}) {
  const { t } = useRoadmapWords();
  const [low, setLow] = useState(`${tribe.band.low}`);
  const [high, setHigh] = useState(`${tribe.band.high}`);
  const isUpsideDown = Number(low) > Number(high);
  const limits = {
    type: "number",
    min: COMPANY_BAND.low,
    max: COMPANY_BAND.high,
    step: 1,
  } as const;
  return (
    <form
      className="grid grid-cols-2 gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (isUpsideDown) return;
        actions.setBand(tribe.id, { low: Number(low), high: Number(high) });
        close();
      }}
    >
      <Field
        {...limits}
        label={t("band.low")}
        required
        value={low}
        onChange={(event) => setLow(event.target.value)}
      />
      <Field
        {...limits}
        label={t("band.high")}
        required
        value={high}
        error={isUpsideDown ? t("band.upsideDown") : undefined}
        onChange={(event) => setHigh(event.target.value)}
      />
      <p className="col-span-2 text-xs text-ink-muted">
        {t("band.hint", { low: COMPANY_BAND.low, high: COMPANY_BAND.high })}{" "}
        <Link href={`/tribes#tribe-${tribe.id}`} className="opens">
          {t("band.ofTeam")}
        </Link>
      </p>
      <Button type="submit" variant="primary" className="col-span-2">
        {t("band.save")}
      </Button>
    </form>
  );
}
