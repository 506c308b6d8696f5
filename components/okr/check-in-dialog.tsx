"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { NumberField } from "#components/form/number-field.tsx";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { useAnswer } from "#components/form/use-answer.ts";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { useMeasureWords } from "#components/okr/measure-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { act, submitForm } from "#lib/act.ts";
import { confidenceNumber, measureNumber } from "#lib/okrs/progress.ts";
import type { KeyResultNode } from "#lib/okrs/tree.ts";
import { numberIn } from "#lib/typed-number.ts";

/** The confidence of a check-in is kept as text. */
const given = (confidence: string | null | undefined) => (confidence ? Number(confidence) : null);

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
  const format = useFormatter();
  const words = useMeasureWords();
  const { send, refusal, isPending } = useAnswer();
  // Made with the form, so that a second click acts once.
  const [operationId] = useState(() => crypto.randomUUID());
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const value = String(form.get("value") ?? "");
    const input = {
      operationId,
      keyResultId: keyResult.id,
      value,
      confidence: String(form.get("confidence") ?? "").trim() || null,
      note: String(form.get("note") ?? ""),
    };
    send(() => submitForm("key-result.check-in", input), {
      done: t("saved", { value: words({ ...keyResult, now: numberIn(value, measureNumber) }) }),
      after: onClose,
    });
  };
  const last = keyResult.lastCheckIn;
  const retract = () => {
    if (!last) return;
    send(() => act("key-result.retract", { id: last.id }), {
      done: t("retracted"),
      after: onClose,
    });
  };
  return (
    <Dialog open onClose={onClose} title={t("title")} description={title}>
      {last ? (
        <p className="mt-1 text-xs text-ink-muted">
          {t("last", { value: words(keyResult), age: format.relativeTime(new Date(last.at)) })}
        </p>
      ) : null}
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
          <NumberField
            rule={measureNumber}
            label={keyResult.unit ? t("valueUnit", { unit: keyResult.unit }) : t("value")}
            hint={words(keyResult)}
            name="value"
            required
            data-autofocus
          />
        )}
        <NumberField
          rule={confidenceNumber}
          label={t("confidence")}
          optional={t("optional")}
          name="confidence"
          defaultValue={given(last?.confidence)}
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
          {last ? (
            <Button variant="quiet" onClick={retract} disabled={isPending} className="mr-auto">
              {t("retract")}
            </Button>
          ) : null}
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
