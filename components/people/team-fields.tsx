import { useTranslations } from "next-intl";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import type { TeamInChart, TribeInChart } from "#lib/tribes/reads.ts";

export const teamLists = ["specialities"] as const;

/** The fields of a team; its band has a form of its own, for its leads too. */
export function TeamFields({
  tribes,
  tribeId,
  team,
}: {
  tribes: readonly TribeInChart[];
  tribeId: string;
  team?: TeamInChart;
}) {
  const t = useTranslations("people.form");
  return (
    <>
      <Field
        label={t("name")}
        name="name"
        required
        maxLength={120}
        defaultValue={team?.name}
        data-autofocus
      />
      <Select
        label={t("tribe")}
        name="tribeId"
        defaultValue={tribeId}
        options={tribes.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field
        label={t("specialities")}
        name="specialities"
        defaultValue={team?.specialities.join(", ")}
      />
    </>
  );
}
