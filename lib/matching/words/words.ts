import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as french } from "@orama/stemmers/french";
import type { StemLanguage } from "#lib/matching/words/language.ts";
import { smallWordsOf } from "#lib/matching/words/small-words.ts";

// By which words two texts are alike: their stems without accents and case, parts of names (getFileStatus, dfs.block.size)
// each by itself, numbers of two to six digits; without the words that every text has. The small words of both languages
// are left out of either: customers mix them.

export type Word = {
  stem: string;
  /** As it stands in the text. */
  surface: string;
  at: number;
};

const accents = /\p{M}+/gu;
const piece = /[\p{L}\p{N}\p{M}]+/gu;
const hump = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
const capital = /\p{Lu}/u;
const number = /^\d+$/;
const longestStemmed = 40;
const mostRemembered = 100_000;

const stemmers = { fr: french, en: english };
const remembered: Record<StemLanguage, Map<string, string>> = { fr: new Map(), en: new Map() };

export function* wordsOf(text: string, language: StemLanguage): Generator<Word> {
  for (const { 0: found, index } of text.matchAll(piece)) {
    let at = index;
    for (const surface of capital.test(found.slice(1)) ? found.split(hump) : [found]) {
      const stem = stemOf(surface, language);
      if (stem !== "") yield { stem, surface, at };
      at += surface.length;
    }
  }
}

/** Empty for a word that says nothing. Texts have the same words again and again: each is looked at once. */
export function stemOf(surface: string, language: StemLanguage): string {
  const known = remembered[language].get(surface);
  if (known !== undefined) return known;
  const stem = readStem(bare(surface), language);
  if (remembered[language].size >= mostRemembered) remembered[language].clear();
  remembered[language].set(surface, stem);
  return stem;
}

function readStem(word: string, language: StemLanguage): string {
  if (number.test(word)) return word.length >= 2 && word.length <= 6 ? word : "";
  if (word.length < 2 || smallWordsOf.fr.has(word) || smallWordsOf.en.has(word)) return "";
  if (word.length > longestStemmed) return word.slice(0, longestStemmed);
  return stemmers[language](word);
}

/** In lower case and without accents. */
export function bare(text: string): string {
  return text.normalize("NFD").replace(accents, "").toLowerCase().replaceAll("œ", "oe");
}
