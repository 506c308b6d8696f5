import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAsked } from "#components/form/use-asked.ts";
import { useAboutRows } from "#components/insight/dialogs/about-rows.ts";
import { keysOf } from "#components/keyboard/key-map.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import * as z from "#lib/browser-zod.ts";
import { initiativeKey } from "#lib/initiatives/number.ts";
import { answers, type InsightAnswer, needsReason } from "#lib/insights/kinds.ts";
import type { InsightRow } from "#lib/insights/views.ts";
import { answering } from "#lib/proposals/views.ts";
import { quarterName } from "#lib/quarter.ts";

/** What becomes of it, and a word for whoever asked; to decline, the word is the reason and is needed. */
export function AnswerDialog({
  rows,
  isDeclining,
  onAnswer,
  onDuplicate,
  onClose,
}: {
  rows: readonly InsightRow[];
  isDeclining: boolean;
  onAnswer: (answer: InsightAnswer, note: string) => void;
  /** A duplicate is one of another: which one is asked for, and they become one. */
  onDuplicate: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("insights");
  const about = useAboutRows(rows);
  const [answer, setAnswer] = useState<InsightAnswer>(isDeclining ? "declined" : "planned");
  const [note, setNote] = useState("");
  const isNeeded = needsReason(answer);
  const said = useSayings(rows, answer);
  const isDuplicate = answer === "duplicate";
  function submit() {
    if (isDuplicate) return onDuplicate();
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
        {said.length > 0 ? (
          // biome-ignore lint/a11y/useSemanticElements: it groups buttons, not fields.
          <div
            role="group"
            aria-label={t("dialog.sayings")}
            className="grid justify-items-start gap-1"
          >
            {said.map((saying) => (
              <button
                key={saying}
                type="button"
                aria-pressed={note === saying}
                onClick={() => setNote(saying)}
                className="flex gap-2 rounded-control border border-dashed border-edge px-2 py-1 text-left wrap-anywhere hover:bg-sunk aria-pressed:border-solid aria-pressed:bg-accent-soft max-md:min-h-11"
              >
                {saying}
              </button>
            ))}
          </div>
        ) : null}
        {isDuplicate ? null : (
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
        )}
        <DialogActions>
          <Button variant="quiet" onClick={onClose}>
            {t("dialog.cancel")}
          </Button>
          <Button type="submit" variant="primary" keys={keysOf("send")}>
            {t(isDuplicate ? "dialog.ofWhat" : isNeeded ? "dialog.decline" : "dialog.answer")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

const answeringSaid = z.object({ answering: z.nullable(answering) });

/** What was planned for its themes, or the reasons usually given: to be said as it is, or changed. */
function useSayings(rows: readonly InsightRow[], answer: InsightAnswer): string[] {
  const t = useTranslations("insights.dialog");
  const [row] = rows;
  const asked = useAsked(row ? `/api/insights/answering?id=${row.id}` : null, answeringSaid, 0);
  const { planned = [], reasons = [] } = asked?.answer.answering ?? {};
  if (answer === "declined") return reasons;
  // Of several, what is planned for the first holds for none of the others.
  if (answer !== "planned" || rows.length > 1) return [];
  return planned.map(({ number, title, quarter }) =>
    t(quarter ? "plannedFor" : "plannedSome", {
      initiative: initiativeKey(number),
      title,
      quarter: quarter ? quarterName(quarter) : "",
    }),
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
