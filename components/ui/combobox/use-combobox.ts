import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { readStroke } from "#components/keyboard/stroke.ts";
import type { Choice } from "#components/ui/combobox/choice.ts";

type Given<One extends Choice> = {
  choices: readonly One[];
  text: string;
  /** False while the choices are not yet those of the text: Enter then waits for them. */
  isSettled: boolean;
  /** The one marked before the hand has moved; else the first. */
  startId?: string | null;
  /** A list that opens and closes; without it the list is always there. */
  popup?: { isOpen: boolean; open: () => void; close: () => void };
  onTake: (choice: One) => void;
  /** Enter came before the choices; without it their first is taken once they are there. */
  onEarly?: (() => void) | undefined;
  /** What is typed may be no choice: nothing is marked before the hand has moved. */
  isFree?: boolean;
  /** Ctrl+Enter: what is typed becomes one of its own. */
  onCreate?: (() => void) | undefined;
  /** Delete, while nothing is typed: no to the marked one. */
  onDrop?: ((choice: One) => void) | undefined;
};

/**
 * The keys and the ties of a combobox with a list (WAI-ARIA's pattern): the focus stays in the field, arrows move the
 * mark, Enter takes what is marked and nothing else. What is marked follows its choice, not its place, when the list
 * changes under the hand.
 */
export function useCombobox<One extends Choice>(given: Given<One>) {
  const { choices, text, isSettled, startId = null, popup, onTake, onEarly, onCreate } = given;
  const marksFirst = isSettled && !given.isFree;
  const listId = useId();
  const [moved, setMoved] = useState<{ text: string; id: string } | null>(null);
  const awaited = useRef<string | null>(null);
  const isOpen = popup?.isOpen ?? true;
  const at = markedAt(choices, moved?.text === text ? moved.id : startId, marksFirst);

  const mark = (choice: One | undefined) =>
    choice ? setMoved({ text, id: choice.id }) : undefined;
  const take = (choice: One) => {
    if (choice.isOff) return;
    setMoved(null);
    onTake(choice);
  };
  // A quick hand types and presses Enter before the answer is there: its first is meant.
  useEffect(() => {
    if (!isSettled || awaited.current === null) return;
    const isMeant = awaited.current === text;
    awaited.current = null;
    if (isMeant && choices[0]) take(choices[0]);
  });

  function enter(event: KeyboardEvent) {
    if (event.repeat) return event.preventDefault();
    if (event.ctrlKey || event.metaKey) {
      if (!onCreate) return;
      event.preventDefault();
      return onCreate();
    }
    const choice = choices[at];
    // A text of one's own goes the form's way.
    if (!isOpen || (given.isFree && !choice)) return;
    event.preventDefault();
    if (choice) take(choice);
    else if (!isSettled && onEarly) onEarly();
    else if (!isSettled) awaited.current = text;
  }
  function arrow(event: KeyboardEvent, by: 1 | -1) {
    event.preventDefault();
    if (popup && event.altKey && by === -1) return popup.close();
    if (popup && !isOpen) return popup.open();
    const from = at < 0 && by < 0 ? 0 : at;
    mark(choices[(from + by + choices.length) % choices.length]);
  }
  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key !== "Enter") awaited.current = null;
    if (event.key === "Enter") return enter(event);
    if (event.key === "ArrowDown") return arrow(event, 1);
    if (event.key === "ArrowUp") return arrow(event, -1);
    if (event.key === "Escape" && popup && isOpen) {
      // The list alone closes, not what it stands in.
      event.preventDefault();
      event.stopPropagation();
      return popup.close();
    }
    const marked = choices[at];
    if (event.key === "Delete" && text === "" && given.onDrop && marked) {
      event.preventDefault();
      return event.repeat ? undefined : given.onDrop(marked);
    }
    const digit = text === "" ? readStroke(event.nativeEvent)?.digit : null;
    const byDigit = digit ? choices.find((one) => one.digit === digit) : undefined;
    if (byDigit && !event.repeat) {
      event.preventDefault();
      take(byDigit);
    }
  }
  return {
    at,
    mark,
    take,
    listId,
    optionId: (index: number) => `${listId}-${index}`,
    input: {
      role: "combobox" as const,
      autoComplete: "off",
      autoCorrect: "off",
      spellCheck: false,
      "aria-autocomplete": "list" as const,
      "aria-expanded": isOpen && choices.length > 0,
      "aria-controls": listId,
      "aria-activedescendant": isOpen && at >= 0 ? `${listId}-${at}` : undefined,
      onKeyDown: press,
    },
  };
}

export type ComboboxTies<One extends Choice> = Pick<
  ReturnType<typeof useCombobox<One>>,
  "at" | "mark" | "take" | "listId" | "optionId"
>;

/** Nothing is marked before it is sure what Enter would take, unless the hand has moved there. */
function markedAt(choices: readonly Choice[], id: string | null, marksFirst: boolean): number {
  const at = choices.findIndex((one) => one.id === id);
  if (at >= 0) return at;
  return marksFirst && choices.length > 0 ? 0 : -1;
}
