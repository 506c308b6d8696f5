import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useOrganisations } from "#components/form/use-organisations.ts";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { ComboField } from "#components/ui/combobox/combo-field.tsx";
import { Select } from "#components/ui/select.tsx";
import { insightKinds } from "#lib/insights/kinds.ts";
import { addressOf, ages, type ListFilter, NONE } from "#lib/insights/list/address.ts";
import type { TribeChoice } from "#lib/insights/views.ts";
import { quarterName } from "#lib/quarter.ts";

export type FilterChoices = {
  tribes: readonly TribeChoice[];
  sources: readonly Named[];
  departments: readonly Named[];
  quarters: readonly string[];
  /** The theme and the organisation that the address names. */
  theme: Named | null;
  organisation: Named | null;
};

type Named = { id: string; name: string };

/** A plain form of the address: what it sends is what the page reads. */
export function FilterForm({
  filter,
  choices,
  onDone,
}: {
  filter: ListFilter;
  choices: FilterChoices;
  onDone: () => void;
}) {
  const t = useTranslations("insights");
  const router = useRouter();
  const organisation = useOrganisations(choices.organisation);
  const [failed, setFailed] = useState(false);
  const any = t("filter.any");
  const none = (what: "tribe" | "team" | "theme" | "department") => ({
    value: NONE,
    label: t(`filter.none.${what}`),
  });
  const teams = choices.tribes.flatMap((tribe) =>
    tribe.teams.map((team) => ({ value: team.id, label: team.name })),
  );
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const organisationId = form.has("noOrganisation") ? NONE : await organisation.id();
        if (organisationId === undefined) return setFailed(true);
        onDone();
        router.push(`/insights?${addressFrom(filter, form, organisationId)}`);
      }}
      className="grid grid-cols-2 gap-2.5 [&>*]:min-w-0"
    >
      <Select
        label={t("filter.tribe")}
        name="tribe"
        defaultValue={filter.tribe[0] ?? ""}
        empty={any}
        options={[
          none("tribe"),
          ...choices.tribes.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <Select
        label={t("filter.team")}
        name="team"
        defaultValue={filter.teamId ?? ""}
        empty={any}
        options={[none("team"), ...teams]}
      />
      <Select
        label={t("filter.theme")}
        name="theme"
        defaultValue={filter.themeId ?? ""}
        empty={any}
        options={[none("theme"), ...(choices.theme ? [choices.theme] : []).map(optionOf)]}
      />
      <Select
        label={t("filter.kind")}
        name="kind"
        defaultValue={filter.kind[0] ?? ""}
        empty={any}
        options={insightKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <Select
        label={t("filter.source")}
        name="source"
        defaultValue={filter.sourceId ?? ""}
        empty={any}
        options={choices.sources.map(optionOf)}
      />
      <Select
        label={t("filter.department")}
        name="department"
        defaultValue={filter.departmentId ?? ""}
        empty={any}
        options={[none("department"), ...choices.departments.map(optionOf)]}
      />
      <ComboField
        label={t("filter.organisation")}
        text={organisation.text}
        onText={organisation.setText}
        choices={organisation.choices}
        isSettled={organisation.isSettled}
        onTake={organisation.take}
        error={failed ? t("filter.unknownOrganisation") : undefined}
        className="col-span-2"
      />
      <Checkbox
        name="noOrganisation"
        label={t("filter.none.organisation")}
        defaultChecked={filter.organisationId === NONE}
        className="col-span-2 -mt-1.5"
      />
      <Select
        label={t("filter.age")}
        name="age"
        defaultValue={filter.age ?? ""}
        empty={any}
        options={ages.map((age) => ({ value: age, label: t(`filter.ages.${age}`) }))}
      />
      <Select
        label={t("filter.quarter")}
        name="quarter"
        defaultValue={filter.quarter ?? ""}
        empty={any}
        options={choices.quarters.map((quarter) => ({
          value: quarter,
          label: quarterName(quarter),
        }))}
      />
      <div className="col-span-2 mt-1 flex justify-end gap-2">
        <ButtonLink
          variant="quiet"
          href={`/insights?${addressOf({ state: filter.state })}`}
          onClick={onDone}
        >
          {t("filter.clear")}
        </ButtonLink>
        <Button type="submit" variant="primary">
          {t("filter.apply")}
        </Button>
      </div>
    </form>
  );
}

/** What the form says, with what it doesn't show (tab, words, sort, initiative) kept as it was. */
function addressFrom(filter: ListFilter, form: FormData, organisationId: string | null): string {
  const kept = new URLSearchParams(addressOf(filter));
  for (const name of ["tribe", "team", "theme", "kind", "source", "department", "age", "quarter"]) {
    const value = form.get(name);
    if (typeof value === "string" && value) kept.set(name, value);
    else kept.delete(name);
  }
  if (organisationId) kept.set("organisation", organisationId);
  else kept.delete("organisation");
  return kept.toString().replaceAll("%2C", ",");
}

const optionOf = ({ id, name }: Named) => ({ value: id, label: name });
