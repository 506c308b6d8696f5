import { useTranslations } from "next-intl";
import { ActionForm } from "#components/form/action-form.tsx";
import { DatedList } from "#components/people/dated-list.tsx";
import { Field } from "#components/ui/field.tsx";
import { Section } from "#components/ui/section.tsx";
import { Select } from "#components/ui/select.tsx";
import { hatCodes } from "#lib/auth/hats.ts";
import type { PersonFile, PlaceChoices } from "#lib/people/reads/people.ts";

export function HatsSection({
  person,
  choices,
  today,
}: {
  person: PersonFile;
  choices: PlaceChoices;
  today: string;
}) {
  const t = useTranslations("settings.person");
  const hats = useTranslations("hats");
  const options = (list: { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Section title={t("hats")}>
      {person.hats.length === 0 ? <p className="text-ink-muted">{t("noHat")}</p> : null}
      <DatedList
        rows={person.hats}
        today={today}
        name={({ code, place }) => (place ? `${hats(code)}, ${place}` : hats(code))}
        end={{ action: "hat.take", field: "hatId", words: t("take"), done: t("taken") }}
      />
      <div className="mt-3">
        <ActionForm
          action="hat.give"
          fixed={{ personId: person.id }}
          submit={t("give")}
          done={t("given")}
          variant="default"
          clears
          className="grid grid-cols-[repeat(auto-fit,minmax(11rem,1fr))] items-end gap-3"
        >
          <Select
            label={t("hat")}
            name="code"
            options={hatCodes.map((code) => ({ value: code, label: hats(code) }))}
          />
          <Select
            label={t("tribe")}
            name="tribeId"
            empty={t("everywhere")}
            options={options(choices.tribes)}
          />
          <Select
            label={t("team")}
            name="teamId"
            empty={t("everywhere")}
            options={options(choices.teams)}
          />
          <Select
            label={t("department")}
            name="departmentId"
            empty={t("everywhere")}
            options={options(choices.departments)}
          />
          <Field label={t("from")} name="startsOn" type="date" defaultValue={today} />
          <Field label={t("until")} name="endsOn" type="date" />
        </ActionForm>
      </div>
    </Section>
  );
}
