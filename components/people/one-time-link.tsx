"use client";

import { useState } from "react";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { useAnswer } from "#components/form/use-answer.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { act } from "#lib/act.ts";

type Words = Record<"explain" | "make" | "label" | "hint", string>;

/** Makes the link by which a newcomer chooses a password, and shows it once, to be handed over. */
export function OneTimeLink({ personId, words }: { personId: string; words: Words }) {
  const { send, refusal, isPending } = useAnswer();
  const [link, setLink] = useState<string | null>(null);
  const make = () =>
    send(
      async () => {
        const answer = await act("person.invite", { personId });
        if (answer.ok) setLink(`${location.origin}/password?token=${answer.result.token}`);
        return answer;
      },
      { done: null },
    );
  return (
    <div className="grid max-w-xl gap-3">
      <p className="text-ink-muted">{words.explain}</p>
      {link ? (
        <Field
          label={words.label}
          hint={words.hint}
          value={link}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
      ) : (
        <div>
          <Button onClick={make} disabled={isPending}>
            {words.make}
          </Button>
        </div>
      )}
      <RefusalLine>{refusal}</RefusalLine>
    </div>
  );
}
