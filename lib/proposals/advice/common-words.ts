import type { Likeness } from "#lib/matching/duplicates/index-of-texts.ts";
import { strengths } from "#lib/matching/duplicates/likeness.ts";
import { stemLanguage } from "#lib/matching/words/language.ts";
import { wordsOf } from "#lib/matching/words/words.ts";

/** A stem as an insight's own text has it first. */
export type Surface = (stem: string) => string | undefined;

export function surfacesIn(text: string): Surface {
  const found = new Map<string, string>();
  for (const { stem, surface } of wordsOf(text, stemLanguage(text)))
    if (!found.has(stem)) found.set(stem, surface);
  return (stem) => found.get(stem);
}

/** Those in common with another, as the text itself has them, so that they can be underlined there. */
export function commonWords(words: Likeness["words"], surface: Surface, most: number): string[] {
  return words.slice(0, most).flatMap(({ stem }) => surface(stem) ?? []);
}

/** Those in common with most of a group, the first saying the most. */
export function groupWords(group: readonly Likeness[], surface: Surface): string[] {
  const worth = new Map<string, number>();
  for (const { words } of group)
    for (const { stem, share } of words) worth.set(stem, (worth.get(stem) ?? 0) + share);
  const ordered = [...worth].sort(([, a], [, b]) => b - a);
  return ordered.flatMap(([stem]) => surface(stem) ?? []);
}

/** What lasts is no less alike for the time between. */
export const timeless = ({ score, daysApart }: Likeness): number =>
  score + strengths.time * Math.log(1 + daysApart);
