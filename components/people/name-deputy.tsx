import { useTranslations } from "next-intl";
import { DialogForm } from "#components/form/dialog-form.tsx";
import { DatedList } from "#components/people/dated-list.tsx";
import { DeputyPerson } from "#components/people/deputy-person.tsx";
import { Field } from "#components/ui/field.tsx";
import type { DeputyChoices } from "#lib/people/reads/deputies.ts";

/** A lead's stand-in for a time; below, who is named already, to end it sooner. */
export function NameDeputy({
  tribe,
  choices: { today, people, deputies },
}: {
  tribe: { id: string; name: string };
  choices: DeputyChoices;
}) {
  const t = useTranslations("people.deputy");
  const named = deputies.filter(({ tribeId }) => tribeId === tribe.id);
  return (
    <DialogForm
      look="quiet"
      button={
        <>
          {t("action")} <span className="sr-only">{tribe.name}</span>
        </>
      }
      title={t("title", { name: tribe.name })}
      description={t("text")}
      action="hat.give"
      fixed={{ code: "deputy", tribeId: tribe.id }}
      submit={t("give")}
      done={t("given")}
      below={
        named.length > 0 ? (
          <div className="mt-4">
            <h3 className="text-xs font-medium text-ink-muted">{t("current")}</h3>
            <DatedList
              rows={named}
              today={today}
              name={({ name }) => name}
              end={{ action: "hat.take", field: "hatId", words: t("end"), done: t("ended") }}
            />
          </div>
        ) : null
      }
    >
      <DeputyPerson people={people} />
      <div className="grid grid-cols-2 gap-3">
        <Field label={t("from")} name="startsOn" type="date" required defaultValue={today} />
        <Field label={t("until")} name="endsOn" type="date" required min={today} />
      </div>
    </DialogForm>
  );
}
