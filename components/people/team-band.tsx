"use client";

import { useTranslations } from "next-intl";
import type { Fields } from "#components/form/action-form.tsx";
import { DialogForm } from "#components/form/dialog-form.tsx";
import { NumberField } from "#components/form/number-field.tsx";
import { submitForm } from "#lib/act.ts";
import { bandNumber, COMPANY_BAND } from "#lib/roadmap/band.ts";
import type { TeamInChart, TribeInChart } from "#lib/tribes/reads.ts";

/** The tech share that one team holds itself to; left empty it is its Tribe's. */
export function TeamBand({ team, tribe }: { team: TeamInChart; tribe: TribeInChart }) {
  const t = useTranslations("people.teamBand");
  const save = ({ low = null, high = null, ...asked }: Fields) =>
    submitForm("band.set", {
      ...asked,
      perimeter: "team",
      band: low === null && high === null ? null : { low, high },
    });
  return (
    <DialogForm
      look="quiet"
      button={
        <>
          {t("open")} <span className="sr-only">{team.name}</span>
        </>
      }
      title={t("title", { name: team.name })}
      description={t("text", {
        tribe: tribe.name,
        low: tribe.bandLow,
        high: tribe.bandHigh,
        companyLow: COMPANY_BAND.low,
        companyHigh: COMPANY_BAND.high,
      })}
      action={save}
      fixed={{ teamId: team.id, version: team.version }}
      undoable
      submit={t("save")}
      done={t("done", { name: team.name })}
    >
      <div className="grid grid-cols-2 items-start gap-3">
        <NumberField
          rule={bandNumber}
          label={t("low")}
          name="low"
          defaultValue={team.bandLow}
          data-autofocus
        />
        <NumberField rule={bandNumber} label={t("high")} name="high" defaultValue={team.bandHigh} />
      </div>
    </DialogForm>
  );
}
