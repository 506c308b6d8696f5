import { useEffect, useRef } from "react";
import { fieldsFrom, type HandInFields, isEmpty } from "#components/hand-in/hand-in-fields.ts";
import { takeKept } from "#components/hand-in/kept-link.ts";

const keyOf = (personId: string) => `tribune-hand-in:${personId}`;

type Draft = {
  isFresh: boolean;
  restore: (fields: HandInFields) => void;
  /** There is a draft, and a link that fills the form as well: nobody loses one for the other. */
  offer: (fields: HandInFields) => void;
};

/**
 * Keeps what this person is writing while the tab is open: a reload or a lost session loses nothing, and who signs in
 * next does not find it.
 */
export function useDraft(personId: string, given: Draft) {
  const key = keyOf(personId);
  const first = useRef(given);
  useEffect(() => {
    const query = first.current.isFresh ? takeKept() : null;
    // The fields of a link that was followed before signing in; the page reads them as of any link.
    if (query !== null) return window.location.replace(`/hand-in?${query}`);
    const kept = fieldsFrom(sessionStorage.getItem(key) ?? "");
    if (!kept || isEmpty(kept)) return;
    if (first.current.isFresh) first.current.restore(kept);
    else first.current.offer(kept);
  }, [key]);
  return (fields: HandInFields) =>
    isEmpty(fields)
      ? sessionStorage.removeItem(key)
      : sessionStorage.setItem(key, JSON.stringify(fields));
}
