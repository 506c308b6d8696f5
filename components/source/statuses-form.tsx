"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef } from "react";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { useAnswer } from "#components/form/use-answer.ts";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { submitForm } from "#lib/act.ts";
import { clockEvents, type StatusMeanings } from "#lib/desks/schema.ts";

type Mapped = { id: string; version: number; known: string[]; statuses: StatusMeanings };

/** What each status of the desk means to the bug clock. */
export function StatusesForm({ id, version, known, statuses }: Mapped) {
  const t = useTranslations("sources.page");
  const form = useRef<HTMLFormElement>(null);
  const { send, refusal, isPending } = useAnswer();
  const save = (event: FormEvent) => {
    event.preventDefault();
    const given = new FormData(form.current ?? undefined);
    const chosen = Object.fromEntries(
      known.flatMap((status, index) => {
        const meaning = given.get(`status-${index}`);
        return meaning ? [[status, meaning]] : [];
      }),
    );
    send(() => submitForm("source.save-statuses", { id, version, statuses: chosen }), {
      done: t("statusesSaved"),
    });
  };
  const options = clockEvents.map((event) => ({
    value: event,
    label: t(`meaning.${event}`),
  }));
  return (
    <form ref={form} onSubmit={save} className="grid max-w-md gap-2">
      {known.map((status, index) => (
        <Select
          key={status}
          label={status}
          name={`status-${index}`}
          empty={t("nothing")}
          options={options}
          defaultValue={statuses[status] ?? ""}
        />
      ))}
      <RefusalLine>{refusal}</RefusalLine>
      <div>
        <Button type="submit" disabled={isPending}>
          {t("saveStatuses")}
        </Button>
      </div>
    </form>
  );
}
