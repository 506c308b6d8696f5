"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { useAnswer } from "#components/form/use-answer.ts";
import { MappingActs } from "#components/imports/mapping-acts.tsx";
import { Section } from "#components/ui/section.tsx";
import { Select } from "#components/ui/select.tsx";
import { act } from "#lib/act.ts";
import type { MappingFault } from "#lib/imports/columns/mapping.ts";
import { type WorkMapping, workMappingFault } from "#lib/imports/work/columns/work-mapping.ts";
import { isWorkMeaning, workMeanings } from "#lib/imports/work/columns/work-meanings.ts";
import type { WorkQuestion } from "#lib/imports/work/columns/work-question.ts";
import { isQuarter, quarterName } from "#lib/quarter.ts";
import { MappingLine } from "./mapping-line.tsx";

/** What each column of a file of themes, initiatives or OKRs means: proposed, and changed here. */
export function WorkMappingForm({
  id,
  question,
  quarters,
  giveUp,
}: {
  id: string;
  question: WorkQuestion;
  /** To choose from for rows that name none. */
  quarters: readonly string[];
  giveUp: ReactNode;
}) {
  const t = useTranslations("imports.mapping");
  const of = useTranslations("imports.work");
  const errors = useTranslations("errors");
  const { send, refusal, isPending } = useAnswer();
  const { subject, signature, places } = question;
  const [columns, setColumns] = useState(question.columns.map(({ meaning }) => meaning));
  const [place, setPlace] = useState(question.place ?? "");
  const [quarter, setQuarter] = useState(question.quarter ?? "");
  const [fault, setFault] = useState<MappingFault | null>(null);
  const answer = (preview: boolean) => {
    const said = { place: place || null, quarter: isQuarter(quarter) ? quarter : null };
    const work: WorkMapping = { subject, signature, columns, ...said };
    const wrong = workMappingFault(work, question);
    setFault(wrong);
    if (wrong) return;
    const input = { id, dates: null, projectTypes: null, work, preview };
    send(() => act("import.answer", input), { done: preview ? t("previewing") : t("done") });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    answer(false);
  };
  const say = (index: number, meaning: string) => {
    if (isWorkMeaning(meaning))
      setColumns(columns.map((one, at) => (at === index ? meaning : one)));
  };
  const options = workMeanings[subject].map((one) => ({
    value: one,
    label: of(`meanings.${one}`),
  }));
  return (
    <form onSubmit={submit}>
      <Section title={t("columns")} note={t("columnsNote")}>
        <ul>
          {question.columns.map(({ header, samples }, index) => (
            <MappingLine
              key={index}
              header={header}
              samples={samples}
              meaning={columns[index] ?? "omit"}
              isQuiet={columns[index] === "omit"}
              options={options}
              onMeaning={(meaning) => say(index, meaning)}
            />
          ))}
        </ul>
      </Section>
      <Section title={of("missing")}>
        <p className="mb-2 max-w-prose text-ink-muted">{of("missingText")}</p>
        <div className="grid max-w-2xl gap-3 md:grid-cols-2">
          <Select
            label={of(`placeLabel.${subject}`)}
            empty={of(subject === "okrs" ? "company" : "refuse")}
            value={place}
            onChange={(event) => setPlace(event.target.value)}
            options={places.map((name) => ({ value: name, label: name }))}
          />
          {subject === "okrs" ? (
            <Select
              label={of("quarterLabel")}
              empty={of("refuse")}
              value={quarter}
              onChange={(event) => setQuarter(event.target.value)}
              options={quarters.map((one) => ({ value: one, label: quarterName(one) }))}
            />
          ) : null}
        </div>
      </Section>
      <Section title={t("identity")}>
        <p className="max-w-prose text-ink-muted">{of(`identity.${subject}`)}</p>
      </Section>
      <MappingActs
        refusal={fault ? errors(fault) : refusal}
        isPending={isPending}
        onPreview={() => answer(true)}
        giveUp={giveUp}
      />
    </form>
  );
}
