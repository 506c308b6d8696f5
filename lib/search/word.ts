import { bare } from "#lib/search/fold.ts";
import { lexemes } from "#lib/search/lexemes.ts";
import { smallWords } from "#lib/search/small-words.ts";
import { allOf, anyOf, beginning, exactly, inARow } from "#lib/search/tsquery.ts";

// One word that is asked for, as a tsquery.

/** By each of its lexemes. */
export function itself(word: string): string | null {
  return anyOf(lexemes(word).map(exactly));
}

/** Written together or apart: "horsligne" is also "hors ligne". */
export function togetherOrApart(word: string): string | null {
  return anyOf([itself(word), ...apart(word)]);
}

const shortest = 4;
const longest = 24;
/** Two parts with as many letters are looked for like two words; shorter ones only side by side. */
const shortestFree = 3;

/** The word cut in two wherever it could be. What begins with a small word (à venir) is not the same word (avenir). */
function apart(word: string): (string | null)[] {
  if (word.length < shortest || word.length > longest) return [];
  const cuts = Array.from({ length: word.length - 2 }, (_, index) => index + 1);
  return cuts.map((at) => {
    const parts = [word.slice(0, at), word.slice(at)];
    return canBeApart(word, at) ? joined(parts) : null;
  });
}

/** No word begins so in either language: what is left of a cut within a syllable. */
const noBeginning = /^(?:([^aeiouyw])\1|[lmnr][^aeiouyh\d]|[^aeiouy\d]{3,}[aeiouy]?$)/;
const oneLetter = /^[a-z]$/;
/** e-mail, t-shirt, x-ray: letters that stand before a word. */
const prefixed = /^[eituxyz]$/;

function canBeApart(word: string, at: number): boolean {
  const [first, second] = [bare(word.slice(0, at)), bare(word.slice(at))];
  if (smallWords.has(word.slice(0, at)) || noBeginning.test(second)) return false;
  if (oneLetter.test(first) && !prefixed.test(first)) return false;
  // Numbers are written apart by thousands.
  const isWithinNumber = /\d/.test(word[at - 1] ?? "") && /\d/.test(word[at] ?? "");
  return !isWithinNumber || (word.length - at) % 3 === 0;
}

/** The parts of a compound: e-mail, hors-ligne, PRJ-123. */
export function joined(parts: readonly string[]): string | null {
  return isFree(parts)
    ? allOf(parts.filter((part) => !smallWords.has(part)).map(itself))
    : inARow(parts.map(itself));
}

function isFree(parts: readonly string[]): boolean {
  const own = parts.filter((part) => !smallWords.has(part));
  return (
    own.length > 1 &&
    !smallWords.has(parts.at(-1) ?? "") &&
    own.every((part) => part.length >= shortestFree && /^\p{L}+$/u.test(part))
  );
}

/** Whatever begins so: what is typed so far, in any form that its word may be known by. */
export function begun(word: string): string | null {
  const plain = bare(word);
  // A word may be known by less of it than has been typed.
  const shorter = Array.from({ length: 5 }, (_, index) => plain.slice(0, -index - 1)).filter(
    (start) => start.length > shortestFree,
  );
  return anyOf([itself(word), beginning(plain), ...shorter.map(exactly)]);
}
