"use client";

import Link from "next/link";
import { useState } from "react";
import { NumberField, useNumberText } from "#components/form/number-field.tsx";
import type { RoadmapActions } from "#components/roadmap/use-roadmap.ts";
import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { bandNumber, COMPANY_BAND } from "#lib/roadmap/band.ts";
import type { TribeBoard } from "#lib/roadmap/board.ts";
import { numberIn } from "#lib/typed-number.ts";

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
  const written = useNumberText();
  const [lowText, setLow] = useState(() => written(tribe.band.low));
  const [highText, setHigh] = useState(() => written(tribe.band.high));
  const low = numberIn(lowText, bandNumber);
  const high = numberIn(highText, bandNumber);
  const isUpsideDown = low !== null && high !== null && low > high;
  return (
    <form
      className="grid grid-cols-2 items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (low === null || high === null || isUpsideDown) return;
        actions.setBand(tribe.id, { low, high });
        close();
      }}
    >
      <NumberField
        rule={bandNumber}
        label={t("band.low")}
        required
        value={lowText}
        onText={setLow}
      />
      <NumberField
        rule={bandNumber}
        label={t("band.high")}
        required
        value={highText}
        error={isUpsideDown ? t("band.upsideDown") : undefined}
        onText={setHigh}
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
