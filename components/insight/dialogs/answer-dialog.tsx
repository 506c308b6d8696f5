import { useTranslations } from "next-intl";
import { useState } from "react";
import { send } from "#components/commands/command-queue.ts";
import { AnswerChoice } from "#components/insight/dialogs/answer-choice.tsx";
import { DeclineReasons } from "#components/insight/dialogs/decline-reasons.tsx";
import { NamedThing } from "#components/insight/dialogs/named-thing.tsx";
import { type About, useAnswering } from "#components/insight/dialogs/use-answering.ts";
import { keysOf } from "#components/keyboard/key-map.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import type { Choice } from "#components/ui/combobox/choice.ts";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { initiativeKey } from "#lib/initiatives/number.ts";
import { missingIn, type Named, namedBy } from "#lib/insights/answer-names.ts";
import { type InsightAnswer, LONGEST_REASON } from "#lib/insights/kinds.ts";
import type { Planned } from "#lib/proposals/views.ts";
import { quarterName } from "#lib/quarter.ts";

type Props = {
  about: About;
  /** What it is about, in words. */
  description: string;
  isDeclining: boolean;
  onAnswer: (given: Named) => void;
  /** A duplicate is one of another: which one is asked for, and they become one. Without it none can be said. */
  onDuplicate?: (() => void) | undefined;
  onClose: () => void;
};

/** What becomes of it, what that names, and a word for whoever asked. */
export function AnswerDialog({
  about,
  description,
  isDeclining,
  onAnswer,
  onDuplicate,
  onClose,
}: Props) {
  const t = useTranslations("insights.dialog");
  const [answer, setAnswer] = useState<InsightAnswer>(isDeclining ? "declined" : "planned");
  const [note, setNote] = useState("");
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<Choice | null>(null);
  const [isKept, setIsKept] = useState(false);
  const [dropped, setDropped] = useState<readonly string[]>([]);
  const names = namedBy[answer];
  const isDuplicate = answer === "duplicate";
  const seeks = names === "initiativeId" || names === "entryId";
  const { proposed, found, isSettled } = useAnswering(
    about,
    seeks && text.trim() !== chosen?.label ? text.trim() : "",
  );
  const initiative = useInitiativeWords();
  const lines = {
    initiativeId: (of: typeof proposed) => of.planned.map(initiative),
    entryId: (of: typeof proposed) => of.places.map(({ id, title }) => ({ id, label: title })),
  };
  const words = note.trim();
  const mayKeep =
    answer === "declined" && !chosen && words !== "" && words.length <= LONGEST_REASON;
  const given: Named = {
    answer,
    ...(words ? { note: words } : {}),
    ...(names && chosen ? { [names]: chosen.id } : {}),
  };
  function choose(next: Choice | null) {
    setChosen(next);
    setText(next?.label ?? "");
  }
  function submit() {
    if (isDuplicate) return onDuplicate?.();
    if (missingIn(given)) return;
    onAnswer(mayKeep && isKept ? keeping(words) : given);
    onClose();
  }
  /** The reason is named from now on, by all who decline. */
  function keeping(reason: string): Named {
    const known = proposed.reasons.kept.find(
      (one) => one.words.toLowerCase() === reason.toLowerCase(),
    );
    if (known) return { answer, reasonId: known.id };
    const id = crypto.randomUUID();
    send({ name: "insight.add-reason", input: { id, words: reason } });
    return { answer, reasonId: id };
  }
  useKeys("dialog", { send: submit });
  const isNeeded = missingIn({ ...given, note: undefined }) !== null && answer !== "planned";
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(isDeclining ? "declineTitle" : "answerTitle")}
      description={description}
    >
      <form
        className="mt-3 grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {isDeclining ? null : (
          <AnswerChoice
            answer={answer}
            mayBeDuplicate={onDuplicate !== undefined}
            onChoose={(next) => {
              setAnswer(next);
              if (namedBy[next] !== names) choose(null);
            }}
          />
        )}
        {names === "initiativeId" || names === "entryId" ? (
          <NamedThing
            label={t(names === "entryId" ? "where" : "whichInitiative")}
            optional={answer === "planned" ? undefined : t("optional")}
            hint={names === "entryId" ? t("whereHint") : undefined}
            proposed={lines[names](proposed)}
            found={lines[names](text.trim() ? found : proposed)}
            isSettled={isSettled}
            text={text}
            chosen={chosen?.id ?? null}
            onText={(typed) => {
              setText(typed);
              setChosen(null);
            }}
            onChoose={choose}
          />
        ) : null}
        {answer === "declined" ? (
          <DeclineReasons
            reasons={proposed.reasons}
            dropped={dropped}
            reasonId={chosen?.id ?? null}
            note={note}
            onReason={(id) => setChosen(id ? { id, label: "" } : null)}
            onNote={setNote}
            onDrop={(id) => setDropped((before) => [...before, id])}
          />
        ) : null}
        {isDuplicate ? null : (
          <TextArea
            label={t(isNeeded ? (answer === "exists" ? "whereInWords" : "reason") : "note")}
            optional={isNeeded ? undefined : t("optional")}
            hint={answer === "declined" ? t("declineHint") : undefined}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            required={isNeeded}
            maxLength={5000}
            data-autofocus={isDeclining ? "" : undefined}
          />
        )}
        {mayKeep ? (
          <Checkbox
            label={t("addReason")}
            checked={isKept}
            onChange={(event) => setIsKept(event.target.checked)}
          />
        ) : null}
        <DialogActions>
          <Button variant="quiet" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" variant="primary" keys={keysOf("send")}>
            {t(isDuplicate ? "ofWhat" : answer === "declined" ? "decline" : "answer")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function useInitiativeWords() {
  const t = useTranslations("insights.dialog");
  return ({ id, number, title, quarter }: Planned): Choice => ({
    id,
    label: t(quarter ? "plannedFor" : "plannedSome", {
      initiative: initiativeKey(number),
      title,
      quarter: quarter ? quarterName(quarter) : "",
    }),
  });
}
