import { useTranslations } from "next-intl";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { entryAnswers } from "#lib/catalogue/answers.ts";
import type { Entry } from "#lib/catalogue/views.ts";
import { initiativeKey } from "#lib/initiatives/number.ts";
import { type Quarter, quarterName, shiftQuarter } from "#lib/quarter.ts";

export type EntryChoices = {
  /** By Tribe. */
  teams: readonly { value: string; label: string }[];
  initiatives: readonly { id: string; number: number; title: string }[];
  current: Quarter;
};

const around = { before: 12, after: 6 };

/** One minute's work: what it is, the answer, what to say; the rest may be left. */
export function EntryFields({ given, choices }: { given: Entry | null; choices: EntryChoices }) {
  const t = useTranslations("catalogue");
  const { teams, initiatives, current } = choices;
  return (
    <>
      <Field
        label={t("field.title")}
        hint={t("field.titleHint")}
        name="title"
        required
        maxLength={200}
        defaultValue={given?.title}
        data-autofocus
      />
      <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
        <Select
          label={t("field.answer")}
          name="answer"
          defaultValue={given?.answer ?? "yes"}
          options={entryAnswers.map((value) => ({ value, label: t(`choice.${value}`) }))}
        />
        <Select
          label={t("field.quarter")}
          name="quarter"
          defaultValue={given?.quarterWritten ?? ""}
          empty={t("field.quarterNone")}
          options={quartersAround(current, given?.quarterWritten ?? null)}
        />
      </div>
      <TextArea
        label={t("field.toSay")}
        name="toSay"
        maxLength={2000}
        rows={2}
        defaultValue={given?.toSay}
      />
      <TextArea
        label={t("field.words")}
        hint={t("field.wordsHint")}
        name="words"
        rows={2}
        defaultValue={given?.words.join(", ")}
      />
      <TextArea
        label={t("field.limits")}
        name="limits"
        maxLength={2000}
        rows={1}
        defaultValue={given?.limits}
      />
      <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
        <Field
          label={t("field.place")}
          name="place"
          maxLength={200}
          defaultValue={given?.place}
          className="content-start"
        />
        <Select
          label={t("field.team")}
          name="teamId"
          defaultValue={given?.teamId ?? ""}
          empty={t("field.none")}
          options={teams}
          className="content-start"
        />
      </div>
      <Select
        label={t("field.initiative")}
        hint={t("field.initiativeHint")}
        name="initiativeId"
        defaultValue={given?.initiative?.id ?? ""}
        empty={t("field.none")}
        options={initiatives.map(({ id, number, title }) => ({
          value: id,
          label: `${initiativeKey(number)} · ${title}`,
        }))}
      />
      <div className="grid grid-cols-3 gap-3 max-md:grid-cols-1">
        {(["helpUrl", "videoUrl", "trainingUrl"] as const).map((name) => (
          <Field
            key={name}
            label={t(`field.${name}`)}
            name={name}
            type="url"
            placeholder="https://"
            maxLength={2000}
            defaultValue={given?.[name] ?? ""}
          />
        ))}
      </div>
    </>
  );
}

function quartersAround(current: Quarter, given: Quarter | null) {
  const steps = Array.from({ length: around.before + around.after + 1 }, (_, at) => at);
  const near = steps.map((step) => shiftQuarter(current, around.after - step));
  const all = given === null || near.includes(given) ? near : [...near, given];
  return all.map((value) => ({ value, label: quarterName(value) }));
}
