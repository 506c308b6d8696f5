import { useState } from "react";
import { askServer } from "#components/form/ask-server.ts";
import { organisationsSaid } from "#components/form/said.ts";
import { useLookup } from "#components/form/use-lookup.ts";
import type { Choice } from "#components/ui/combobox/choice.ts";
import { fold } from "#lib/fold.ts";

type Named = { id: string; name: string };

/** A customer looked for by name: proposed while one types, and known by their name once it is written out. */
export function useOrganisations(first: Named | null, leftOut?: string) {
  const [text, setText] = useState(first?.name ?? "");
  // Two may bear one name: what was taken is that one.
  const [taken, setTaken] = useState(first);
  const isEmpty = text.trim() === "";
  const { said, isSettled } = useLookup(isEmpty ? null : addressOf(text), organisationsSaid, 120);
  const choices = isEmpty ? [] : choicesIn(said?.answer.organisations ?? [], leftOut);
  return {
    text,
    setText,
    take: ({ id, label }: Choice) => {
      setText(label);
      setTaken({ id, name: label });
    },
    choices,
    isSettled,
    /** Null for none; undefined when no other customer has that name. Asks again: a hand may be quicker than the list. */
    async id(): Promise<string | null | undefined> {
      if (isEmpty) return null;
      if (taken?.name === text) return taken.id;
      const answer = await askServer(addressOf(text), organisationsSaid);
      const known = [...choices, ...choicesIn(answer?.organisations ?? [], leftOut)];
      return known.find(({ label }) => fold(label) === fold(text))?.id;
    },
  };
}

const addressOf = (text: string) => `/api/customers?${new URLSearchParams({ q: text.trim() })}`;

function choicesIn(found: readonly Named[], leftOut: string | undefined): Choice[] {
  return found.filter(({ id }) => id !== leftOut).map(({ id, name }) => ({ id, label: name }));
}
