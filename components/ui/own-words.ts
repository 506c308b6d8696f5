import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useFormatter } from "#components/i18n/use-formatter.ts";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * What the browser finds wrong with the control of a field, said in the form and in the person's language; its own
 * bubble is in the browser's language and goes away by itself. Without JavaScript the bubble is all there is.
 */
export function useOwnWords() {
  const wordsOf = useWordsOf();
  const t = useTranslations("ui.field");
  const [fault, setFault] = useState<string | null>(null);
  const said = {
    onInvalidCapture: (event: FormEvent) => {
      const { target } = event;
      if (!isControl(target)) return;
      event.preventDefault();
      setFault(wordsOf(target));
      if (firstWrongOf(target.form) === target) target.focus();
    },
    onInputCapture: ({ target }: FormEvent) => {
      setFault(null);
      if (isControl(target)) target.setCustomValidity(isBlank(target) ? t("missing") : "");
    },
  };
  return { fault, said };
}

function useWordsOf() {
  const t = useTranslations("ui.field");
  const format = useFormatter();
  const day = (written: string) =>
    format.dateTime(new Date(written), { dateStyle: "long", timeZone: "UTC" });
  return (control: Control): string => {
    const { validity, validationMessage, type } = control;
    if (validity.customError) return validationMessage;
    if (validity.valueMissing)
      return t(type === "radio" || type === "select-one" ? "choose" : "missing");
    if (validity.typeMismatch) return t(type === "email" ? "email" : "url");
    if (validity.badInput) return t("date");
    if (control instanceof HTMLSelectElement) return t("other");
    if (validity.tooShort) return t("tooShort", { count: control.minLength });
    if (control instanceof HTMLTextAreaElement) return t("other");
    if (validity.rangeUnderflow) return t("dateBefore", { day: day(control.min) });
    if (validity.rangeOverflow) return t("dateAfter", { day: day(control.max) });
    return t("other");
  };
}

function isControl(target: EventTarget): target is Control {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

/** Nothing but spaces is nothing. */
function isBlank({ required, value }: Control): boolean {
  return required && value !== "" && value.trim() === "";
}

function firstWrongOf(form: HTMLFormElement | null): Element | null {
  return form?.querySelector("input:invalid, textarea:invalid, select:invalid") ?? null;
}
