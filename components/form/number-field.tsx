"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { useRefusalSentence } from "#components/i18n/use-refusal-sentence.ts";
import { Field, type FieldProps } from "#components/ui/field.tsx";
import { type NumberRule, readNumber } from "#lib/typed-number.ts";

type Props = Omit<
  FieldProps,
  "type" | "inputMode" | "min" | "max" | "step" | "value" | "defaultValue" | "onChange" | "ref"
> & {
  rule: NumberRule;
  /** The number it begins with, where the form reads its fields itself. */
  defaultValue?: number | null;
  /** What is typed, where the form holds it. */
  value?: string;
  onText?: (text: string) => void;
};

/**
 * A number as people write it: "0,5" as well as "0.5". Says what it understood while one types, and what is wrong with
 * it once the field is left. The form sends what was typed, and the server reads it by the same rule.
 */
export function NumberField({
  rule,
  defaultValue,
  value,
  onText,
  hint,
  error,
  onBlur,
  ...field
}: Props) {
  const t = useTranslations("ui.field");
  const format = useFormatter();
  const written = useNumberText();
  const sentence = useRefusalSentence();
  const input = useRef<HTMLInputElement>(null);
  const [own, setOwn] = useState(() => written(defaultValue));
  const [isTyping, setTyping] = useState(false);
  const [isLeft, setLeft] = useState(false);
  const text = value ?? own;
  const read = readNumber(text, rule);
  const fault = read && "fault" in read ? sentence(read.fault) : null;
  const isAmbiguous = read && "fault" in read && read.fault.key === "number-ambiguous";
  useEffect(() => {
    const isBlank = field.required && text !== "" && text.trim() === "";
    input.current?.setCustomValidity(fault ?? (isBlank ? t("missing") : ""));
  });
  const understood =
    isTyping && read && "value" in read
      ? t("understood", { number: format.number(read.value, { maximumFractionDigits: 10 }) })
      : null;
  return (
    <Field
      {...field}
      ref={input}
      inputMode={(rule.min ?? -1) < 0 ? "text" : rule.whole ? "numeric" : "decimal"}
      autoComplete="off"
      maxLength={60}
      value={text}
      onChange={(event) => {
        setTyping(true);
        setLeft(false);
        setOwn(event.target.value);
        onText?.(event.target.value);
      }}
      onBlur={(event) => {
        setLeft(true);
        onBlur?.(event);
      }}
      hint={understood ? <span aria-live="polite">{understood}</span> : hint}
      error={error || (isLeft || isAmbiguous ? fault : null)}
    />
  );
}

/** A number as its field begins with it: by the person's language, without what parts thousands. */
export function useNumberText(): (number: number | null | undefined) => string {
  const format = useFormatter();
  return (number) =>
    number === null || number === undefined
      ? ""
      : format.number(number, { useGrouping: false, maximumFractionDigits: 10 });
}
