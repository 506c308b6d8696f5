import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import {
  type Mentioned,
  mentionsIn,
  typedMention,
  withMention,
} from "#components/comment/mention.ts";
import { useLookup } from "#components/form/use-lookup.ts";
import { useCombobox } from "#components/ui/combobox/use-combobox.ts";
import * as z from "#lib/browser-zod.ts";

const peopleSaid = z.object({ people: z.array(z.object({ id: z.guid(), name: z.string() })) });

type Field = { text: string; caret: number; setText: (text: string) => void };

/** Behind an @ in a text: the people whose names go on like that, to be put into it. */
export function useMentions(ref: RefObject<HTMLTextAreaElement | null>, field: Field) {
  const { text, caret, setText } = field;
  const [mentioned, setMentioned] = useState<readonly Mentioned[]>([]);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  // With the text, before the next key: a quick hand goes on typing.
  const goTo = useRef<number | null>(null);
  useLayoutEffect(() => {
    const at = goTo.current;
    goTo.current = null;
    if (at !== null) ref.current?.setSelectionRange(at, at);
  });
  const typed = typedMention(text, caret);
  if (typed === null && closedAt !== null) setClosedAt(null);
  const isOpen = typed !== null && typed.from !== closedAt;
  const address = isOpen ? `/api/people?q=${encodeURIComponent(typed.name)}` : null;
  const lookup = useLookup(address, peopleSaid, 80);
  const people = isOpen ? (lookup.said?.answer.people ?? []) : [];
  const choices = people.map(({ id, name }) => ({ id, label: name }));
  const combobox = useCombobox({
    choices,
    text: typed?.name ?? "",
    isSettled: lookup.isSettled,
    popup: { isOpen, open: () => setClosedAt(null), close: () => setClosedAt(typed?.from ?? null) },
    onTake: ({ id, label: name }) => {
      const next = withMention(text, caret, { id, name });
      setClosedAt(typed?.from ?? null);
      setMentioned((before) => [...before, { id, name }]);
      setText(next.text);
      goTo.current = next.caret;
    },
  });
  return {
    isOpen: isOpen && choices.length > 0,
    choices,
    typed: typed?.name ?? "",
    combobox,
    mentionsOf: (body: string) => mentionsIn(body, mentioned),
  };
}
