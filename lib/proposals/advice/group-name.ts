import { stemLanguage } from "#lib/matching/words/language.ts";
import { wordsOf } from "#lib/matching/words/words.ts";

// What a theme that nobody made yet would be called: words that its customers used one behind the other, as in most of
// their titles; else the words that they have most in common.

const longestPhrase = 6;
const longestName = 80;
const wordsNamed = 3;
/** In how many of the titles a phrase stands, at least; shares of 1. */
const leastShare = 0.4;

/** @param titles of the insights that it would begin with  @param common their common words, the first weighing most */
export function groupName(titles: readonly string[], common: readonly string[]): string {
  const phrase = commonPhrase(titles);
  if (phrase) return capital(phrase.slice(0, longestName));
  return capital(common.slice(0, wordsNamed).join(", "));
}

type Phrase = { text: string; stems: string[] };

/** The one with the most words that say something, of those in enough titles; of several the one in most of them. */
function commonPhrase(titles: readonly string[]): string | null {
  const all = titles.map(phrasesOf);
  const counts = new Map<string, { text: string; length: number; times: number }>();
  for (const phrases of all)
    for (const [key, { text, stems }] of new Map(
      phrases.map((phrase) => [phrase.stems.join(" "), phrase]),
    )) {
      const known = counts.get(key);
      if (known) known.times += 1;
      else counts.set(key, { text, length: stems.length, times: 1 });
    }
  const least = Math.max(2, Math.ceil(titles.length * leastShare));
  const found = [...counts.values()]
    .filter(({ length, times }) => length > 1 && times >= least)
    .sort((a, b) => b.length * b.times - a.length * a.times || b.length - a.length);
  return found[0]?.text ?? null;
}

/** What stands between two words that say something, with the small ones between them. */
function phrasesOf(title: string): Phrase[] {
  const language = stemLanguage(title);
  const words = [...wordsOf(title, language)];
  return words
    .flatMap((first, from) =>
      words.slice(from + 1, from + longestPhrase).map((last, index): Phrase => {
        const text = title.slice(first.at, last.at + last.surface.length);
        return { text, stems: words.slice(from, from + index + 2).map(({ stem }) => stem) };
      }),
    )
    .filter(({ text }) => !/[.!?;:\n]/.test(text));
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
