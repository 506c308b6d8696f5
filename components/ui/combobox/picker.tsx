import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { KeyHint } from "#components/keyboard/key-hint.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Choice } from "#components/ui/combobox/choice.ts";
import { ChoiceList } from "#components/ui/combobox/choice-list.tsx";
import { useCombobox } from "#components/ui/combobox/use-combobox.ts";
import { Plus, Search } from "#components/ui/icons.tsx";

/** In a dialog: a field and the list that it narrows, always open. */
export function Picker<One extends Choice>({
  label,
  hint,
  text,
  onText,
  choices,
  isSettled = true,
  failure,
  nothing,
  onTake,
  create,
  drop,
  maxLength,
  foot,
}: {
  label: string;
  hint?: ReactNode;
  text: string;
  onText: (text: string) => void;
  choices: readonly One[];
  /** False until the choices are those of the text. */
  isSettled?: boolean;
  /** The choices could not be read. */
  failure?: { onRetry: () => void } | undefined;
  /** What is said when none answers. */
  nothing: string;
  onTake: (choice: One) => void;
  /** The last line: what is typed becomes one of its own. */
  create?: { label: string; onCreate: () => void } | undefined;
  /** What Delete says to the marked one while nothing is typed. */
  drop?: { words: string; onDrop: (choice: One) => void } | undefined;
  maxLength?: number;
  /** At the end of the foot, e.g. the button of what stays open. */
  foot?: ReactNode;
}) {
  const t = useTranslations("ui.combobox");
  const id = useId();
  const before = <Plus aria-hidden size={14} strokeWidth={1.5} className="shrink-0" />;
  const made: Choice[] = create && isSettled ? [{ id: NEW, label: create.label, before }] : [];
  const all: (One | Choice)[] = [...choices, ...made];
  const combobox = useCombobox<One | Choice>({
    choices: all,
    text,
    isSettled,
    onTake: (choice) => {
      const known = choices.find((one) => one.id === choice.id);
      if (known) onTake(known);
      else create?.onCreate();
    },
    onCreate: create?.onCreate,
    onDrop: (choice) => {
      const known = choices.find((one) => one.id === choice.id);
      if (known) drop?.onDrop(known);
    },
  });
  return (
    <div className="-mx-5 mt-3 -mb-4.5">
      <label htmlFor={id} className="block px-5 text-xs font-medium text-ink-muted">
        {label}
      </label>
      <div className="flex h-11 items-center gap-2.5 border-b border-line px-5 focus-within:border-accent">
        <Search aria-hidden size={16} strokeWidth={1.5} className="shrink-0 text-ink-muted" />
        <input
          {...combobox.input}
          id={id}
          value={text}
          onChange={(event) => onText(event.target.value)}
          maxLength={maxLength}
          data-autofocus
          aria-describedby={hint ? `${id}-hint` : undefined}
          className="h-full min-w-0 flex-1 bg-transparent caret-accent outline-none max-md:text-base"
        />
      </div>
      {failure ? (
        <div role="alert" className="bg-bad-soft px-5 py-2.5">
          <p className="mb-2 text-bad">{t("failed")}</p>
          <Button onClick={failure.onRetry}>{t("retry")}</Button>
        </div>
      ) : null}
      <div className="max-h-[45vh] overflow-y-auto px-2">
        <ChoiceList ties={combobox} choices={all} text={text} isBusy={!isSettled} />
      </div>
      <p role="status" className={choices.length > 0 ? "sr-only" : "px-5 pb-2 text-ink-muted"}>
        {isSettled ? (choices.length === 0 ? nothing : t("found", { count: choices.length })) : ""}
      </p>
      <p
        id={`${id}-hint`}
        className="flex min-h-8 flex-wrap items-center gap-x-3 border-t border-line px-5 py-1.5 text-xs text-ink-muted"
      >
        <span className="touch:hidden">
          <KeyHint keys="ArrowUp ArrowDown" /> {t("move")}
        </span>
        <span className="touch:hidden">
          <KeyHint keys="Enter" /> {t("take")}
        </span>
        {create ? (
          <span className="touch:hidden">
            <KeyHint keys="Mod+Enter" /> {t("create")}
          </span>
        ) : null}
        {drop && text === "" ? (
          <span className="touch:hidden">
            <KeyHint keys="Delete" /> {drop.words}
          </span>
        ) : null}
        {hint}
        {foot}
      </p>
    </div>
  );
}

const NEW = "\u0000new";
