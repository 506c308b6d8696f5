import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAboutRows } from "#components/insight/dialogs/about-rows.ts";
import { keysOf } from "#components/keyboard/key-map.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { answers, type InsightAnswer, needsReason } from "#lib/insights/kinds.ts";
import type { InsightRow } from "#lib/insights/views.ts";

/** What becomes of it, and a word for whoever asked; to decline, the word is the reason and is needed. */
export function AnswerDialog({
  rows,
  isDeclining,
  onAnswer,
  onClose,
}: {
  rows: readonly InsightRow[];
  isDeclining: boolean;
  onAnswer: (answer: InsightAnswer, note: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations("insights");
  const about = useAboutRows(rows);
  const [answer, setAnswer] = useState<InsightAnswer>(isDeclining ? "declined" : "planned");
  const [note, setNote] = useState("");
  const isNeeded = needsReason(answer);
  function submit() {
    if (isNeeded && !note.trim()) return;
    onAnswer(answer, note.trim());
    onClose();
  }
  useKeys("dialog", { send: submit });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(isDeclining ? "dialog.declineTitle" : "dialog.answerTitle")}
      description={about}
    >
      <form
        className="mt-3 grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {isDeclining ? null : <AnswerChoice answer={answer} onChoose={setAnswer} />}
        <TextArea
          label={t(isNeeded ? "dialog.reason" : "dialog.note")}
          optional={isNeeded ? undefined : t("dialog.optional")}
          hint={isNeeded ? t("dialog.declineHint") : undefined}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          required={isNeeded}
          maxLength={5000}
          data-autofocus={isDeclining ? "" : undefined}
        />
        <DialogActions>
          <Button variant="quiet" onClick={onClose}>
            {t("dialog.cancel")}
          </Button>
          <Button type="submit" variant="primary" keys={keysOf("send")}>
            {t(isNeeded ? "dialog.decline" : "dialog.answer")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function AnswerChoice({
  answer,
  onChoose,
}: {
  answer: InsightAnswer;
  onChoose: (answer: InsightAnswer) => void;
}) {
  const t = useTranslations("insights");
  return (
    <fieldset className="grid grid-cols-2 gap-x-4">
      <legend className="sr-only">{t("dialog.answerTitle")}</legend>
      {answers.map((code) => (
        <label key={code} className="flex min-h-7 items-center gap-2 max-md:min-h-11">
          <input
            type="radio"
            name="answer"
            value={code}
            checked={code === answer}
            onChange={() => onChoose(code)}
            data-autofocus={code === "planned" ? "" : undefined}
            className="size-3.5 accent-accent"
          />
          {t(`answers.${code}`)}
        </label>
      ))}
    </fieldset>
  );
}
