import { useTranslations } from "next-intl";
import { type CSSProperties, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { FLOAT_CLASS } from "#components/ui/anchored.tsx";
import type { Choice } from "#components/ui/combobox/choice.ts";
import { ChoiceList } from "#components/ui/combobox/choice-list.tsx";
import { useCombobox } from "#components/ui/combobox/use-combobox.ts";
import { Field, type FieldProps } from "#components/ui/field.tsx";

type Props<One extends Choice> = Omit<FieldProps, "value" | "onChange" | "list" | "label"> & {
  label: string;
  text: string;
  onText: (text: string) => void;
  choices: readonly One[];
  /** False until the choices are those of the text. */
  isSettled?: boolean;
  onTake: (choice: One) => void;
  /** Enter came before the choices; without it the first of them is taken once they are there. */
  onEarly?: () => void;
  /** What is typed may be no choice: Enter takes one only where the hand has moved to it. */
  isFree?: boolean;
  /** Enter never sends the form, where half a name would make a new one. */
  keepsEnter?: boolean;
};

/**
 * In a form: a field with a list under it, which opens while one types, by an arrow, and where it is touched. The list
 * lies over everything, so that neither a dialog nor a panel cuts it.
 */
export function ComboField<One extends Choice>(props: Props<One>): ReactNode {
  const { text, onText, choices, isSettled = true, onTake, onEarly, ...rest } = props;
  const { isFree = false, keepsEnter = false, label, ...field } = rest;
  const t = useTranslations("ui.combobox");
  const [isWanted, setIsWanted] = useState(false);
  const isSaid = choices.length === 1 && choices[0]?.label === text;
  const isOpen = isWanted && !isSaid;
  const combobox = useCombobox<One>({
    choices,
    text,
    isSettled,
    isFree,
    popup: { isOpen, open: () => setIsWanted(true), close: () => setIsWanted(false) },
    onTake: (choice) => {
      setIsWanted(false);
      onTake(choice);
    },
    onEarly,
  });
  const isShown = isOpen && choices.length > 0;
  const { anchor, panel } = useUnder(isShown);
  return (
    <>
      <Field
        {...field}
        {...combobox.input}
        label={label}
        style={anchor}
        value={text}
        onChange={(event) => {
          setIsWanted(true);
          onText(event.target.value);
        }}
        onClick={() => setIsWanted(true)}
        onBlur={() => setIsWanted(false)}
        onKeyDown={(event) => {
          combobox.input.onKeyDown(event);
          const sends = event.ctrlKey || event.metaKey || event.nativeEvent.isComposing;
          if (keepsEnter && event.key === "Enter" && !sends) event.preventDefault();
        }}
      />
      <div
        {...panel}
        className={`${FLOAT_CLASS} max-h-64 w-[anchor-size(width)] min-w-56 overflow-y-auto p-0`}
      >
        <ChoiceList ties={combobox} choices={choices} text={text} isBusy={!isSettled} />
      </div>
      <span role="status" className="sr-only">
        {isShown && isSettled ? t("found", { count: choices.length }) : ""}
      </span>
    </>
  );
}

/** A panel in the top layer under its field; what opens and closes it is the field's hand, never a click elsewhere. */
function useUnder(isShown: boolean) {
  const anchorName = `--under${useId().replaceAll(/\W/g, "")}`;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.togglePopover(isShown);
  }, [isShown]);
  const anchor: CSSProperties & { anchorName: string } = { anchorName };
  const place: CSSProperties & { positionAnchor: string; positionTryFallbacks: string } = {
    positionAnchor: anchorName,
    positionTryFallbacks: "flip-block",
  };
  return { anchor, panel: { ref, popover: "manual" as const, style: place } };
}
