"use client";

import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { NewPassword, type NewPasswordWords } from "#components/form/new-password.tsx";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { completeSetup } from "#lib/people/set-up-action.ts";

export type SetUpWords = NewPasswordWords &
  Record<
    "name" | "email" | "submit" | "signIn" | "next" | "done" | "closed" | "invalid" | "notSent",
    string
  >;

/** The first person's form; afterwards they are in, or are told where to go. Words come from the page: no one is signed in yet. */
export function SetUpForm({
  token,
  language,
  words,
}: {
  token: string;
  language: string;
  words: SetUpWords;
}) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [email, setEmail] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  const said: Readonly<Record<string, string>> = words;
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = form.get("password");
    setIsPending(true);
    const answer = await completeSetup({
      token,
      language,
      name: form.get("name"),
      email: form.get("email"),
      password,
    }).catch(() => null);
    if (answer?.ok) {
      // Who has just chosen a password need not type it again.
      const entered = await signIn("password", {
        email: answer.email,
        password,
        redirect: false,
      }).catch(() => null);
      if (entered?.ok && !entered.error) return window.location.assign("/");
    }
    setIsPending(false);
    if (answer?.ok) setEmail(answer.email);
    else if (!answer) setRefusal(words.notSent);
    else setRefusal(said[answer.key] ?? words.closed);
  };
  if (email)
    return (
      <div role="status" className="grid gap-3">
        <p>{words.done.replace("EMAIL", email)}</p>
        <p className="text-ink-muted">{words.next}</p>
        <div>
          <ButtonLink href="/sign-in" variant="primary">
            {words.signIn}
          </ButtonLink>
        </div>
      </div>
    );
  return (
    <form onSubmit={save} className="grid gap-3">
      <Field label={words.name} name="name" autoComplete="name" required maxLength={200} />
      <Field
        label={words.email}
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={320}
      />
      <NewPassword words={words} />
      <RefusalLine>{refusal}</RefusalLine>
      <Button type="submit" variant="primary" disabled={isPending}>
        {words.submit}
      </Button>
    </form>
  );
}
