import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { send } from "#components/commands/command-queue.ts";
import { useAsked } from "#components/form/use-asked.ts";
import { KeyHint } from "#components/keyboard/key-hint.tsx";
import { keysOf } from "#components/keyboard/key-map.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { X } from "#components/ui/icons.tsx";
import * as z from "#lib/browser-zod.ts";
import { insightKey } from "#lib/insights/number.ts";
import { sentencesOf, textOf, titleFrom } from "#lib/insights/sentences.ts";
import { type InsightRow, insightDetail } from "#lib/insights/views.ts";

const textsSaid = z.object({ details: z.array(insightDetail) });
/** As many as the command takes. */
const MOST = 20;

type Part = { sentences: number[]; title: string };

/** Several asks in one text: sentences are chosen, and each choice becomes an insight of its own. */
export function SplitDialog({
  row,
  onDone,
  onClose,
}: {
  row: InsightRow;
  onDone: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("insights");
  const insight = insightKey(row.number);
  const said = useAsked(`/api/insights/texts?ids=${row.id}`, textsSaid, 0);
  const text = said?.answer.details[0]?.body ?? "";
  const sentences = sentencesOf(text);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [parts, setParts] = useState<readonly Part[]>([]);
  const alone = (places: readonly number[]) => textOf(text, sentences, places);
  function makePart() {
    const places = [...chosen].filter((place) => partOf(parts, place) === -1);
    if (places.length === 0 || parts.length === MOST) return;
    setParts([...parts, { sentences: places, title: titleFrom(alone(places.toSorted(byPlace))) }]);
    setChosen(new Set());
  }
  function submit() {
    if (parts.length === 0) return;
    send({
      name: "insight.split",
      input: {
        id: row.id,
        parts: parts.map(({ sentences: places, title }) => ({
          body: alone(places),
          ...(title.trim() ? { title: title.trim() } : {}),
        })),
      },
      label: t("done.split", { count: parts.length, insight }),
      undoable: true,
      onDone,
    });
    onClose();
  }
  useKeys("dialog", { send: submit });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("dialog.splitTitle", { insight })}
      description={t("dialog.splitHint", { insight })}
    >
      <form
        className="mt-3 grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Sentences
          sentences={sentences.map(({ from, to }) => text.slice(from, to))}
          chosen={chosen}
          parts={parts}
          onChoose={setChosen}
          onMake={makePart}
          onSend={submit}
        />
        <p>
          <Button onClick={makePart} disabled={chosen.size === 0} keys={keysOf("split")}>
            {t("dialog.splitMake")}
          </Button>
        </p>
        {parts.map((part, index) => (
          <div key={part.sentences.join(" ")} className="flex items-end gap-2">
            <Letter index={index} />
            <Field
              label={t("dialog.splitPartTitle")}
              className="flex-1"
              value={part.title}
              maxLength={500}
              onChange={(event) => {
                const title = event.target.value;
                setParts(parts.map((one) => (one === part ? { ...one, title } : one)));
              }}
            />
            <IconButton
              label={t("dialog.splitDrop", { title: part.title })}
              icon={<X aria-hidden size={14} strokeWidth={1.5} />}
              onClick={() => setParts(parts.filter((one) => one !== part))}
            />
          </div>
        ))}
        <DialogActions>
          <Button variant="quiet" onClick={onClose}>
            {t("dialog.cancel")}
          </Button>
          <Button
            type="submit"
            variant="primary"
            disabled={parts.length === 0}
            keys={keysOf("send")}
          >
            {t("dialog.split", { count: parts.length })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** In the customer's order. Arrows go from one to the next, with Shift they choose on the way, S makes an insight of them. */
function Sentences({
  sentences,
  chosen,
  parts,
  onChoose,
  onMake,
  onSend,
}: {
  sentences: readonly string[];
  chosen: ReadonlySet<number>;
  parts: readonly Part[];
  onChoose: (chosen: ReadonlySet<number>) => void;
  onMake: () => void;
  onSend: () => void;
}) {
  const t = useTranslations("insights.dialog");
  const group = useRef<HTMLDivElement>(null);
  const isThereYet = sentences.length > 0;
  // The text comes after the dialog has opened.
  useEffect(() => {
    if (isThereYet) group.current?.querySelector("button")?.focus();
  }, [isThereYet]);
  const isFree = (place: number) => partOf(parts, place) === -1;
  function press(event: KeyboardEvent<HTMLElement>, place: number) {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    // A button's Enter is its own: without this Ctrl+Enter would choose the sentence.
    if (key === "Enter" && (ctrlKey || metaKey)) {
      event.preventDefault();
      return event.repeat ? undefined : onSend();
    }
    if (ctrlKey || metaKey || altKey) return;
    if (key.toLowerCase() === "s") {
      event.preventDefault();
      return event.repeat ? undefined : onMake();
    }
    const by = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = place + by;
    if (shiftKey) onChoose(new Set([...chosen, place, next].filter(isThere).filter(isFree)));
    event.currentTarget.parentElement?.querySelectorAll("button")[next]?.focus();
  }
  const isThere = (place: number) => place >= 0 && place < sentences.length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: it groups buttons, not fields.
    <div
      ref={group}
      role="group"
      aria-label={t("splitSentences")}
      className="grid max-h-[35vh] overflow-y-auto"
    >
      {keyed(sentences).map(([key, sentence], place) => {
        const part = partOf(parts, place);
        const isChosen = chosen.has(place) || part !== -1;
        return (
          <button
            key={key}
            type="button"
            aria-pressed={isChosen}
            disabled={part !== -1}
            onKeyDown={(event) => press(event, place)}
            onClick={() => onChoose(toggled(chosen, place))}
            className={classNames(
              "flex items-start gap-2 rounded-control px-2 py-1 text-left font-voice text-voice-sm hover:bg-sunk max-md:min-h-11",
              chosen.has(place) && "bg-accent-soft",
            )}
          >
            {part === -1 ? <span className="w-4 shrink-0" /> : <Letter index={part} />}
            <span className="min-w-0 wrap-anywhere">{sentence}</span>
          </button>
        );
      })}
      <p className="px-2 text-xs text-ink-muted touch:hidden">
        <KeyHint keys="ArrowUp ArrowDown" /> <KeyHint keys="Shift+ArrowDown" /> {t("splitKeys")}
      </p>
    </div>
  );
}

function Letter({ index }: { index: number }) {
  return (
    <span
      aria-hidden
      className="grid size-4.5 shrink-0 place-items-center rounded-chip bg-sunk font-sans text-2xs text-ink-muted"
    >
      {String.fromCodePoint(97 + index)}
    </span>
  );
}

const partOf = (parts: readonly Part[], place: number) =>
  parts.findIndex(({ sentences }) => sentences.includes(place));

const byPlace = (one: number, other: number) => one - other;

function toggled(chosen: ReadonlySet<number>, place: number): ReadonlySet<number> {
  return chosen.has(place)
    ? new Set([...chosen].filter((other) => other !== place))
    : new Set([...chosen, place]);
}

/** A text's sentences never change their order: where one stands is its name. */
const keyed = (sentences: readonly string[]): [string, string][] =>
  sentences.map((sentence, at) => [`${at}`, sentence]);
