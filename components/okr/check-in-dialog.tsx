"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { useAnswer } from "#components/form/use-answer.ts";
import { useMeasureWords } from "#components/okr/measure-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { submitForm } from "#lib/act.ts";
import type { KeyResultNode } from "#lib/okrs/tree.ts";

export function CheckInDialog({
  title,
  keyResult,
  onClose,
}: {
  title: string;
  keyResult: KeyResultNode;
  onClose: () => void;
}) {
  const t = useTranslations("okrs.checkIn");
  const ui = useTranslations("ui");
  const words = useMeasureWords();
  const { send, refusal, isPending } = useAnswer();
  // Made with the form, so that a second click acts once.
  const [operationId] = useState(() => crypto.randomUUID());
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const value = numberIn(form, "value");
    const input = {
      operationId,
      keyResultId: keyResult.id,
      value,
      confidence: numberIn(form, "confidence"),
      note: String(form.get("note") ?? ""),
    };
    send(() => submitForm("key-result.check-in", input), {
      done: t("saved", { value: words({ ...keyResult, now: value }) }),
      after: onClose,
    });
  };
  return (
    <Dialog open onClose={onClose} title={t("title")} description={title}>
      <form onSubmit={save} className="mt-3 grid gap-3">
        {keyResult.direction === "hit" ? (
          <RadioGroup
            legend={t("hit")}
            name="value"
            required
            defaultValue={String(keyResult.now ?? 0)}
            options={[
              { value: "1", label: t("yes") },
              { value: "0", label: t("no") },
            ]}
          />
        ) : (
          <Field
            label={keyResult.unit ? t("valueUnit", { unit: keyResult.unit }) : t("value")}
            hint={words(keyResult)}
            name="value"
            type="number"
            step="any"
            required
            data-autofocus
          />
        )}
        <Field
          label={t("confidence")}
          optional={t("optional")}
          name="confidence"
          type="number"
          min={0}
          max={10}
          step={1}
          defaultValue={keyResult.lastCheckIn?.confidence ?? ""}
        />
        <TextArea
          label={t("note")}
          optional={t("optional")}
          name="note"
          rows={2}
          maxLength={2000}
        />
        <RefusalLine>{refusal}</RefusalLine>
        <DialogActions>
          <Button variant="quiet" onClick={onClose}>
            {ui("cancel")}
          </Button>
          <Button variant="primary" type="submit" disabled={isPending}>
            {t("save")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function numberIn(form: FormData, name: string): number | null {
  const text = String(form.get(name) ?? "").trim();
  return text === "" ? null : Number(text);
}
