import { type RefObject, useEffect } from "react";
import { placesOf } from "#lib/proposals/shared-words.ts";

/** As the style sheet calls it. */
const NAME = "shared";

/**
 * Underlines these words where they stand in the text, without touching it: the browser draws over it. Where it can't,
 * the words still stand in the list of what shares them.
 */
export function useUnderlined(
  ref: RefObject<HTMLElement | null>,
  words: readonly string[],
  text: string,
): void {
  const sought = words.join("\n");
  useEffect(() => {
    // Another text is drawn into the same element.
    if (!ref.current || !text || !sought || !("highlights" in CSS)) return;
    CSS.highlights.set(NAME, new Highlight(...rangesOf(ref.current, sought.split("\n"))));
    return () => {
      CSS.highlights.delete(NAME);
    };
  }, [ref, sought, text]);
}

function rangesOf(element: HTMLElement, words: readonly string[]): Range[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const within = node;
    for (const { from, to } of placesOf(within.textContent ?? "", words)) {
      const range = document.createRange();
      range.setStart(within, from);
      range.setEnd(within, to);
      ranges.push(range);
    }
  }
  return ranges;
}
