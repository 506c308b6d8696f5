import { smallWordsOf } from "#lib/matching/words/small-words.ts";

export type StemLanguage = "fr" | "en";

const letters = /\p{L}+/gu;
const longestRead = 2000;

/** In which of the two languages a text's words are to be stemmed: the one whose small words it has more of. */
export function stemLanguage(text: string): StemLanguage {
  let french = 0;
  let english = 0;
  for (const [word] of text.slice(0, longestRead).toLowerCase().matchAll(letters)) {
    if (smallWordsOf.fr.has(word)) french += 1;
    if (smallWordsOf.en.has(word)) english += 1;
  }
  return french > english ? "fr" : "en";
}
