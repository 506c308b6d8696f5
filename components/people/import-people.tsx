"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { answered } from "#components/form/answered.ts";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { useRefusalSentence } from "#components/i18n/use-refusal-sentence.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { act } from "#lib/act.ts";
import { peopleText } from "#lib/people/people-text.ts";

type Report = {
  created: number;
  updated: number;
  unchanged: number;
  refused: { line: number; reason: string }[];
};

/** The org chart from a file, with a report of what was taken in and what was not. */
export function ImportPeople() {
  const t = useTranslations("people.csv");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t("button")}</Button>
      {isOpen ? <ImportDialog onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("people.csv");
  const refusalSentence = useRefusalSentence();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [report, setReport] = useState<Report | null>(null);
  const [isPending, setIsPending] = useState(false);
  const take = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get("file");
    if (!(file instanceof File)) return;
    setIsPending(true);
    const answer = await answered(async () =>
      act("people.import", { csv: peopleText(new Uint8Array(await file.arrayBuffer())) }),
    );
    setIsPending(false);
    setRefusal(answer.ok ? null : refusalSentence(answer.error));
    if (answer.ok) setReport(answer.result);
  };
  return (
    <Dialog open onClose={onClose} title={t("title")} description={t("text")}>
      <form onSubmit={take} className="mt-3 grid gap-3">
        <Field
          label={t("file")}
          name="file"
          type="file"
          accept=".csv,text/csv"
          required
          className="[&_input]:py-1 max-md:[&_input]:py-2.5"
        />
        <RefusalLine>{refusal}</RefusalLine>
        {report ? <ReportLines report={report} /> : null}
        <DialogActions>
          <Button variant="quiet" onClick={onClose}>
            {t("close")}
          </Button>
          <Button variant="primary" type="submit" disabled={isPending}>
            {t("take")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function ReportLines({ report }: { report: Report }) {
  const t = useTranslations("people.csv");
  return (
    <div role="status">
      <p>{t("report", { ...report, refused: report.refused.length })}</p>
      <ul className="max-h-40 overflow-y-auto text-xs">
        {report.refused.map(({ line, reason }) => (
          <li key={line} className="mt-1 bg-bad-soft px-2 py-0.5 text-bad">
            {t("line", { line, reason: reason.replaceAll("-", "_") })}
          </li>
        ))}
      </ul>
    </div>
  );
}
