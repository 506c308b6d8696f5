import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { KeyHint } from "#components/keyboard/key-hint.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { type Choice, marked } from "#components/ui/combobox/choice.ts";
import type { ComboboxTies } from "#components/ui/combobox/use-combobox.ts";

/** The list under the field: the marked line is the one that Enter takes, also for who hears it. */
export function ChoiceList<One extends Choice>({
  ties,
  choices,
  text,
  isBusy,
}: {
  ties: ComboboxTies<One>;
  choices: readonly One[];
  /** What is typed: shown where it stands in each line. */
  text: string;
  isBusy?: boolean;
}) {
  const t = useTranslations("ui.combobox");
  const { at, listId, optionId } = ties;
  useEffect(() => {
    if (at >= 0) document.getElementById(`${listId}-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [at, listId]);
  const groups = [...Map.groupBy(choices.entries(), ([, { group = "" }]) => group)];
  return (
    // Its name is not the field's: one label, one control.
    <div id={listId} role="listbox" aria-label={t("choices")} aria-busy={isBusy} className="p-1">
      {groups.map(([group, members]) => {
        const lines = members.map(([index, choice]) => (
          <Line
            key={choice.id}
            id={optionId(index)}
            choice={choice}
            text={text}
            isMarked={index === at}
            onMark={() => ties.mark(choice)}
            onTake={() => ties.take(choice)}
          />
        ));
        if (!group) return lines;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a listbox holds groups, no fieldsets.
          <div key={group} role="group" aria-label={group}>
            <div aria-hidden className="px-2 pt-1.5 pb-0.5 text-xs font-medium text-ink-muted">
              {group}
            </div>
            {lines}
          </div>
        );
      })}
    </div>
  );
}

function Line({
  id,
  choice,
  text,
  isMarked,
  onMark,
  onTake,
}: {
  id: string;
  choice: Choice;
  text: string;
  isMarked: boolean;
  onMark: () => void;
  onTake: () => void;
}) {
  const { label, before, below, after, digit } = choice;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: the field names the marked line.
    <div
      id={id}
      role="option"
      aria-selected={isMarked}
      aria-disabled={choice.isOff}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={({ movementX, movementY }) => (movementX || movementY ? onMark() : undefined)}
      onClick={onTake}
      className={classNames(
        "flex min-h-8 cursor-pointer items-center gap-2.5 rounded-control px-2 py-1 text-left max-md:min-h-11",
        isMarked && "bg-accent-soft",
        choice.isOff && "cursor-default text-ink-muted",
      )}
    >
      {before}
      <span className={classNames("min-w-0 flex-1 wrap-anywhere", isMarked && "font-semibold")}>
        <Marked label={label} text={text} />
        {below ? <span className="block text-xs font-normal text-ink-muted">{below}</span> : null}
      </span>
      {after}
      {digit ? <KeyHint keys={`${digit}`} /> : null}
      {!digit && isMarked && !choice.isOff ? <KeyHint keys="Enter" /> : null}
    </div>
  );
}

function Marked({ label, text }: { label: string; text: string }): ReactNode {
  if (!text.trim()) return label;
  let at = 0;
  return marked(label, text).map(({ part, isTyped }) => {
    const key = at;
    at += part.length;
    return isTyped ? (
      <mark key={key} className="rounded-chip bg-accent/15 text-inherit">
        {part}
      </mark>
    ) : (
      part
    );
  });
}
