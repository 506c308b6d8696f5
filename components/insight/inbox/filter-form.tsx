import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { NumberField } from "#components/form/number-field.tsx";
import { useOrganisations } from "#components/form/use-organisations.ts";
import { useDeskWords } from "#components/insight/desk-words.ts";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { ComboField } from "#components/ui/combobox/combo-field.tsx";
import { Select } from "#components/ui/select.tsx";
import { segmentCodes, severityCodes } from "#lib/insights/desk-words.ts";
import { answers, insightKinds } from "#lib/insights/kinds.ts";
import { addressOf, ages, type ListFilter, NONE, valuesOf } from "#lib/insights/list/address.ts";
import type { TribeChoice } from "#lib/insights/views.ts";
import { quarterName } from "#lib/quarter.ts";
import { readNumber } from "#lib/typed-number.ts";

export type FilterChoices = {
  tribes: readonly TribeChoice[];
  sources: readonly Named[];
  departments: readonly Named[];
  quarters: readonly string[];
  /** What the address names. */
  themes: readonly Named[];
  organisations: readonly Named[];
  initiative: Named | null;
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
  const desk = useDeskWords();
  const router = useRouter();
  const organisation = useOrganisations(
    choices.organisations.length === 1 ? (choices.organisations[0] ?? null) : null,
  );
  const [failed, setFailed] = useState(false);
  const any = t("filter.any");
  const none = (
    what:
      | "tribe"
      | "team"
      | "theme"
      | "department"
      | "severity"
      | "answer"
      | "language"
      | "segment",
  ) => ({
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
        // Several customers are a chip of their own; the field has one.
        const kept = valuesOf(filter.organisationId).length > 1 ? filter.organisationId : null;
        onDone();
        router.push(`/insights?${addressFrom(filter, form, organisationId ?? kept)}`);
      }}
      className="grid grid-cols-2 gap-2.5 [&>*]:min-w-0"
    >
      <Select
        label={t("filter.tribe")}
        name="tribe"
        defaultValue={filter.tribe.join(",")}
        empty={any}
        options={withSeveral(filter.tribe, [
          none("tribe"),
          ...choices.tribes.map(({ code, name }) => ({ value: code, label: name })),
        ])}
      />
      <Select
        label={t("filter.team")}
        name="team"
        defaultValue={filter.teamId ?? ""}
        empty={any}
        options={withSeveral(valuesOf(filter.teamId), [none("team"), ...teams])}
      />
      <Select
        label={t("filter.theme")}
        name="theme"
        defaultValue={filter.themeId ?? ""}
        empty={any}
        options={withSeveral(valuesOf(filter.themeId), [
          none("theme"),
          ...choices.themes.map(optionOf),
        ])}
      />
      <Select
        label={t("filter.kind")}
        name="kind"
        defaultValue={filter.kind.join(",")}
        empty={any}
        options={withSeveral(
          filter.kind,
          insightKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
        )}
      />
      <Select
        label={t("filter.source")}
        name="source"
        defaultValue={filter.sourceId ?? ""}
        empty={any}
        options={withSeveral(valuesOf(filter.sourceId), choices.sources.map(optionOf))}
      />
      <Select
        label={t("filter.department")}
        name="department"
        defaultValue={filter.departmentId ?? ""}
        empty={any}
        options={withSeveral(valuesOf(filter.departmentId), [
          none("department"),
          ...choices.departments.map(optionOf),
        ])}
      />
      <Select
        label={t("filter.severity")}
        name="severity"
        defaultValue={filter.severity.join(",")}
        empty={any}
        options={withSeveral(filter.severity, [
          none("severity"),
          ...severityCodes.map((code) => ({ value: code, label: desk.severity(code) })),
        ])}
      />
      <Select
        label={t("filter.answer")}
        name="answer"
        defaultValue={filter.answer.join(",")}
        empty={any}
        options={withSeveral(filter.answer, [
          none("answer"),
          ...answers.map((answer) => ({ value: answer, label: t(`answers.${answer}`) })),
        ])}
      />
      <Select
        label={t("filter.language")}
        name="language"
        defaultValue={filter.language.join(",")}
        empty={any}
        options={withSeveral(filter.language, [
          none("language"),
          ...(["fr", "en", "mixed"] as const).map((code) => ({
            value: code,
            label: t(`language.${code}`),
          })),
        ])}
      />
      <Select
        label={t("filter.segment")}
        name="segment"
        defaultValue={filter.segment.join(",")}
        empty={any}
        options={withSeveral(filter.segment, [
          none("segment"),
          ...segmentCodes.map((code) => ({ value: code, label: desk.segment(code) })),
        ])}
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
      <NumberField
        label={t("filter.over")}
        hint={t("filter.overHint")}
        name="over"
        rule={amount}
        defaultValue={filter.over}
        className="col-span-2"
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
  for (const name of params) {
    const value = form.get(name);
    if (typeof value === "string" && value) kept.set(name, value);
    else kept.delete(name);
  }
  const over = readNumber(String(form.get("over") ?? ""), amount);
  if (over && "value" in over) kept.set("over", `${over.value}`);
  else kept.delete("over");
  if (organisationId) kept.set("organisation", organisationId);
  else kept.delete("organisation");
  return kept.toString().replaceAll("%2C", ",");
}

const amount = { whole: true, min: 1, max: 1_000_000_000_000 } as const;

const params = [
  "tribe",
  "team",
  "theme",
  "kind",
  "source",
  "department",
  "severity",
  "answer",
  "language",
  "segment",
  "age",
  "quarter",
];

/** The choices, and several at once where the list has several: a chip changes those. */
function withSeveral(chosen: readonly string[], options: { value: string; label: string }[]) {
  if (chosen.length < 2) return options;
  const labels = chosen.map((one) => options.find(({ value }) => value === one)?.label ?? "…");
  return [{ value: chosen.join(","), label: labels.join(", ") }, ...options];
}

const optionOf = ({ id, name }: Named) => ({ value: id, label: name });
