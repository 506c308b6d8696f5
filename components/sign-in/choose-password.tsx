"use client";

import { type FormEvent, useRef, useState } from "react";
import { NewPassword, type NewPasswordWords } from "#components/form/new-password.tsx";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { choosePassword } from "#lib/auth/password-link-action.ts";

type Words = NewPasswordWords &
  Record<"email" | "save" | "done" | "signIn" | "password-link-closed" | "notSent", string>;

/** The form behind a one-time link. Words come from the page: nobody is signed in yet. */
export function ChoosePassword({
  token,
  account,
  words,
}: {
  token: string;
  account: { name: string; email: string };
  words: Words;
}) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isDone, setIsDone] = useState(false);
  const [isPending, setIsPending] = useState(false);
  // The same password sent again, because no answer came, is the same act.
  const asked = useRef<{ password: FormDataEntryValue | null; operationId: string }>(null);
  const said: Readonly<Record<string, string>> = words;
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = new FormData(event.currentTarget).get("password");
    if (asked.current?.password !== password)
      asked.current = { password, operationId: crypto.randomUUID() };
    setIsPending(true);
    const answer = await choosePassword({ token, ...asked.current }).catch(() => null);
    setIsPending(false);
    if (answer?.ok) setIsDone(true);
    else setRefusal((answer && said[answer.key]) ?? words.notSent);
  };
  if (isDone)
    return (
      <div role="status" className="grid justify-items-start gap-3">
        <p>{words.done}</p>
        <ButtonLink href="/sign-in" variant="primary">
          {words.signIn}
        </ButtonLink>
      </div>
    );
  return (
    <form onSubmit={save} className="mt-3 grid gap-3">
      {/* For whoever keeps passwords for them. */}
      <input
        type="email"
        name="email"
        autoComplete="username"
        value={account.email}
        readOnly
        aria-label={words.email}
        className="w-full text-ink-muted"
      />
      <NewPassword words={words} account={account} />
      <RefusalLine>{refusal}</RefusalLine>
      <Button type="submit" variant="primary" disabled={isPending}>
        {words.save}
      </Button>
    </form>
  );
}
