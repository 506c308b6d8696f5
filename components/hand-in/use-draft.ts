import { type RefObject, useEffect } from "react";

const keyOf = (personId: string) => `tribune-hand-in:${personId}`;

/**
 * Keeps what this person is writing while the tab is open: a reload or a lost session loses nothing, and who signs in
 * next does not find it.
 */
export function useDraft(
  personId: string,
  field: RefObject<HTMLTextAreaElement | null>,
  restore: (text: string) => void,
) {
  const key = keyOf(personId);
  useEffect(() => {
    const kept = sessionStorage.getItem(key);
    if (kept && field.current?.value === "") restore(kept);
  }, [key, field, restore]);
  return (text: string) =>
    text ? sessionStorage.setItem(key, text) : sessionStorage.removeItem(key);
}
