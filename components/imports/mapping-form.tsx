"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { useAnswer } from "#components/form/use-answer.ts";
import { MappingActs } from "#components/imports/mapping-acts.tsx";
import { Section } from "#components/ui/section.tsx";
import { Select } from "#components/ui/select.tsx";
import { act } from "#lib/act.ts";
import { type FileMapping, type MappingFault, mappingFault } from "#lib/imports/columns/mapping.ts";
import { isDateMeaning } from "#lib/imports/columns/meanings.ts";
import type { DateOrder } from "#lib/imports/dates/dates.ts";
import type { MappingQuestion } from "#lib/imports/question.ts";
import { MappingColumn } from "./mapping-column.tsx";
import { MappingPreview } from "./mapping-preview.tsx";

/** What each column of a file means: proposed, changed here, and shown on its first rows as they would come in. */
export function MappingForm({
  id,
  question,
  giveUp,
}: {
  id: string;
  question: MappingQuestion;
  giveUp: ReactNode;
}) {
  const t = useTranslations("imports.mapping");
  const errors = useTranslations("errors");
  const { send, refusal, isPending } = useAnswer();
  const [columns, setColumns] = useState(question.columns.map(({ meaning }) => meaning));
  const [dates, setDates] = useState(question.dates);
  const [identity, setIdentity] = useState(question.identity.join());
  const [fault, setFault] = useState<MappingFault | null>(null);
  const answer = (preview: boolean) => {
    const mapping: FileMapping = {
      signature: question.signature,
      ...(question.ofJira ? { ofJira: true } : {}),
      columns,
      identity: identity === "" ? [] : identity.split(",").map(Number),
      dates: Object.fromEntries(
        Object.entries(dates).filter(([field]) => columns.some((one) => one === field)),
      ),
    };
    const wrong = mappingFault(mapping, question);
    setFault(wrong);
    if (wrong) return;
    const input = { id, dates: null, projectTypes: null, mapping, preview };
    send(() => act("import.answer", input), { done: preview ? t("previewing") : t("done") });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    answer(false);
  };
  const say = (index: number, meaning: (typeof columns)[number]) =>
    setColumns(columns.map((one, at) => (at === index ? meaning : one)));
  return (
    <form onSubmit={submit}>
      <Section title={t("columns")} note={t(question.ofJira ? "jiraNote" : "columnsNote")}>
        <ul>
          {question.columns.map((column, index) => {
            // Jira's own words say the rest.
            if (question.ofJira && column.meaning === "keep") return null;
            const meaning = columns[index] ?? "keep";
            const order = isDateMeaning(meaning) ? dates[meaning] : undefined;
            return (
              <MappingColumn
                key={index}
                column={column}
                meaning={meaning}
                order={order}
                onMeaning={(chosen) => say(index, chosen)}
                onOrder={(chosen: DateOrder) => setDates({ ...dates, [meaning]: chosen })}
              />
            );
          })}
        </ul>
      </Section>
      {question.ofJira ? null : (
        <>
          <Section title={t("identity")}>
            <p className="mb-2 max-w-prose text-ink-muted">{t("identityText")}</p>
            <Select
              label={t("identityLabel")}
              className="max-w-md"
              value={identity}
              onChange={(event) => setIdentity(event.target.value)}
              options={identities(question, columns, t)}
            />
          </Section>
          <MappingPreview question={question} columns={columns} dates={dates} />
        </>
      )}
      <MappingActs
        refusal={fault ? errors(fault) : refusal}
        isPending={isPending}
        onPreview={() => answer(true)}
        giveUp={giveUp}
      />
    </form>
  );
}

/** Columns whose values are all different or that may be an id, the title and its date together, or the whole row. */
function identities(
  { columns, identity }: MappingQuestion,
  meanings: readonly string[],
  t: ReturnType<typeof useTranslations<"imports.mapping">>,
) {
  const single = columns.flatMap(({ header, unique }, index) =>
    unique || meanings[index] === "keep" || String(index) === identity.join()
      ? [{ value: String(index), label: t("identityColumn", { column: header }) }]
      : [],
  );
  const pair = [meanings.indexOf("summary"), meanings.indexOf("created")];
  const pairs = [
    pair.every((index) => index >= 0) ? pair : null,
    identity.length > 1 ? identity : null,
  ];
  const several = new Map(
    pairs.flatMap((places) => {
      if (!places) return [];
      const names = places.map((index) => columns[index]?.header ?? "");
      const label = t("identityColumns", { columns: names.join(" + ") });
      return [[places.join(), { value: places.join(), label }] as const];
    }),
  );
  return [...single, ...several.values(), { value: "", label: t("identityRow") }];
}
