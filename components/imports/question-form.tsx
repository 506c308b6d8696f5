"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { useAnswer } from "#components/form/use-answer.ts";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { Section } from "#components/ui/section.tsx";
import { submitForm } from "#lib/act.ts";
import { parseDate } from "#lib/imports/dates/dates.ts";
import { type ImportQuestion, isDesk } from "#lib/imports/question.ts";

/** What the file leaves open, with what would come of each answer; service desks are proposed. */
export function QuestionForm({
  id,
  question,
  giveUp,
}: {
  id: string;
  question: ImportQuestion;
  giveUp: ReactNode;
}) {
  const t = useTranslations("imports.question");
  const format = useFormatter();
  const { send, refusal, isPending } = useAnswer();
  const [missing, setMissing] = useState(false);
  const { dates, projectTypes } = question;
  const example = dates[0]?.example ?? "";
  const reading = (order: "dmy" | "mdy") => {
    const date = parseDate(example, order, (wall) => wall);
    if (!date) return undefined;
    return t("reads", {
      example,
      date: format.dateTime(date, { dateStyle: "long", timeZone: "UTC" }),
    });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const kinds = given.getAll("kind").map(String);
    setMissing(projectTypes.length > 0 && kinds.length === 0);
    if (projectTypes.length > 0 && kinds.length === 0) return;
    const all = kinds.length === projectTypes.length;
    const answer = {
      id,
      dates: given.get("dates"),
      projectTypes: projectTypes.length === 0 ? null : all ? [] : kinds,
    };
    send(() => submitForm("import.answer", answer), { done: t("done") });
  };
  return (
    <form onSubmit={submit}>
      {dates.length > 0 ? (
        <Section title={t("datesTitle")}>
          <RadioGroup
            legend={t("datesText", {
              columns: dates.map(({ column }) => column).join(", "),
              example,
            })}
            name="dates"
            required
            options={[
              { value: "dmy", label: t("day"), hint: reading("dmy") },
              { value: "mdy", label: t("month"), hint: reading("mdy") },
            ]}
          />
        </Section>
      ) : null}
      {projectTypes.length > 0 ? (
        <Section title={t("typesTitle")}>
          <p className="mb-2 max-w-prose text-ink-muted">
            {t("typesText", { count: projectTypes.length })}
          </p>
          <div className="grid justify-start">
            {projectTypes.map(({ name, rows }) => (
              <Checkbox
                key={name}
                name="kind"
                value={name}
                defaultChecked={isDesk(name)}
                label={t("type", { name, rows })}
              />
            ))}
          </div>
        </Section>
      ) : null}
      <div className="px-6 py-4 max-md:px-4">
        <RefusalLine>{missing ? t("typesNone") : refusal}</RefusalLine>
        <div className="mt-2 flex flex-wrap gap-2">
          <Button type="submit" variant="primary" disabled={isPending}>
            {t("submit")}
          </Button>
          {giveUp}
        </div>
      </div>
    </form>
  );
}
