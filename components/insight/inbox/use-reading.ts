import { useCallback, useEffect, useState } from "react";

/** Narrower than this, list and text don't stand beside each other. */
const isNarrow = () => matchMedia("(width < 44rem)").matches;

/**
 * On a phone the insight takes the place of the list, and "back" brings the list again, though no page is left for it.
 * Where both stand beside each other it says nothing.
 */
export function useReading(startsWith: boolean) {
  const [isReading, setIsReading] = useState(startsWith);
  useEffect(() => {
    const hear = () => setIsReading(isPlaceOfReading());
    window.addEventListener("popstate", hear);
    return () => window.removeEventListener("popstate", hear);
  }, []);
  const read = useCallback(() => {
    if (!isNarrow()) return;
    history.pushState({ ...history.state, isReading: true }, "");
    setIsReading(true);
  }, []);
  const stop = useCallback(() => {
    if (isPlaceOfReading()) history.back();
    else setIsReading(false);
  }, []);
  return { isReading, read, stop };
}

function isPlaceOfReading(): boolean {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null && "isReading" in state;
}
