"use client";

import { type FormEvent, useRef, useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { longestPassword } from "#lib/auth/password-length.ts";
import type { Account, Weakness } from "#lib/auth/password-rule.ts";

export type NewPasswordWords = Record<Weakness | "label" | "hint" | "good", string>;

/** Where a password is chosen: what is wrong with it is said while it is typed. It leaves the browser with the form. */
export function NewPassword({
  words,
  account,
}: {
  words: NewPasswordWords;
  /** Whose it is to be; where it is left out, what the form's own fields "name" and "email" say. */
  account?: Account;
}) {
  const [said, setSaid] = useState<"hint" | "good" | Weakness>("hint");
  const typed = useRef("");
  const look = async (event: FormEvent<HTMLInputElement>) => {
    const { value: password, form } = event.currentTarget;
    typed.current = password;
    const whose = account ?? accountIn(form);
    const { weaknessOf } = await import("#lib/auth/password-rule.ts");
    // While the dictionaries came, more was typed.
    if (typed.current !== password) return;
    setSaid(password === "" ? "hint" : (weaknessOf(password, whose) ?? "good"));
  };
  return (
    <Field
      label={words.label}
      hint={<span aria-live="polite">{words[said]}</span>}
      name="password"
      type="password"
      autoComplete="new-password"
      maxLength={longestPassword}
      required
      onInput={look}
    />
  );
}

function accountIn(form: HTMLFormElement | null): Account {
  const given = form ? new FormData(form) : new FormData();
  return { name: String(given.get("name") ?? ""), email: String(given.get("email") ?? "") };
}
