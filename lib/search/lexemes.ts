import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as french } from "@orama/stemmers/french";
import { bare, spelledOut } from "#lib/search/fold.ts";
import { smallWords } from "#lib/search/small-words.ts";

// What a word is known by, in a text and in a question: as French reads it with its accents and without, and as English
// reads it. One in common is enough, so "exportées" is found by "exporter", and "billing" by "bill". Texts have the same
// words again and again: each is read once.

const latin = /^[a-z]+$/;
const longestStemmed = 40;
const mostRemembered = 50_000;
const remembered = new Map<string, readonly string[]>();

/** Of an evened word (fold.ts). */
export function lexemes(word: string): readonly string[] {
  const known = remembered.get(word);
  if (known) return known;
  const read = readLexemes(word);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(word, read);
  return read;
}

function readLexemes(word: string): string[] {
  const plain = bare(word);
  if (smallWords.has(word)) return [plain];
  // Tea (thé) is no article.
  if (smallWords.has(plain)) return [word];
  if (word.length > longestStemmed || !latin.test(plain)) return [plain];
  const readings = [bare(french(word)), french(plain), english(plain)];
  const spelled = spelledOut(word);
  if (spelled) readings.push(french(spelled), english(spelled));
  return [...new Set(readings)];
}
