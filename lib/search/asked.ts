import { even } from "#lib/search/fold.ts";

// What people type into a search box, taken apart.

export type Asked = {
  /** Evened (fold.ts). */
  text: string;
  /** In quotes: its words are wanted side by side. */
  isPhrase: boolean;
  /** -word: not to be there. */
  isNot: boolean;
  /** word*: whatever begins so. */
  isBeginning: boolean;
};

const quotes = /[“”„«»]/g;
const piece = /(-?)"([^"]+)"|(\S+)/g;
const either = new Set(["OR", "OU", "|"]);

/** The alternatives (OR, OU, |), each with all that it wants. */
export function takeApart(question: string): Asked[][] {
  const alternatives: Asked[][] = [[]];
  for (const [whole, minus, phrase, word] of question.replace(quotes, '"').matchAll(piece)) {
    if (either.has(whole)) alternatives.push([]);
    else alternatives.at(-1)?.push(phrase ? aPhrase(phrase, minus !== "") : aWord(word ?? whole));
  }
  return alternatives;
}

function aPhrase(text: string, isNot: boolean): Asked {
  return { text: even(text), isPhrase: true, isNot, isBeginning: false };
}

function aWord(word: string): Asked {
  // "-20 %" is a number.
  const isNot = /^-\p{L}/u.test(word);
  return { text: even(word), isPhrase: false, isNot, isBeginning: /[\p{L}\p{N}]\*$/u.test(word) };
}
