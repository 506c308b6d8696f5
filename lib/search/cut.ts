import { elided, hung } from "#lib/search/small-words.ts";

// A text is cut into words in one way, for what is kept and for what is asked alike: at everything that is neither a
// letter nor a digit. What a hyphen, an apostrophe or an ampersand holds together is also one word written together, so
// that e-mail is email. In scripts without spaces each two neighbouring signs are a word.

const words = /[\p{L}\p{N}\p{M}]+/gu;
const joints = new Set("-‐‑‒–−'’ʼ´`&_");
const apostrophes = new Set("'’ʼ´`");
const unspaced =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々〆]+)/u;
/** None of these scripts begins before. */
const firstUnspaced = "\u0E00";

/** Longer ones are no words: keys, pictures as text. Their beginning is enough to find them. */
const longestWord = 100;
const longestTogether = 40;

export type Unit = {
  /** One word, or those that are joined; of a script without spaces, its signs. */
  parts: string[];
  /** The joined ones written together. */
  together: string | null;
  /** The first part is what an elision leaves: l'export. */
  isElided: boolean;
  /** The last part only hangs on the one before: customer's. */
  isHung: boolean;
  isUnspaced: boolean;
};

/** Cuts an evened text (fold.ts). */
export function cut(text: string): Unit[] {
  const units: Unit[] = [];
  let parts: string[] = [];
  let signs: string[] = [];
  let end = -1;
  const close = () => {
    if (parts.length > 0) units.push(...unitsOf(parts, signs));
    parts = [];
    signs = [];
  };
  for (const { 0: found, index } of text.matchAll(words)) {
    // Where words aren't spaced a whole paragraph is found as one: it is cut further on.
    const isTooLong = found.length > longestWord && isPlain(found);
    const word = isTooLong ? found.slice(0, longestWord) : found;
    const sign = index - end === 1 ? (text[end] ?? "") : "";
    if (parts.length > 0 && isJoint(sign, parts.at(-1), text, index)) signs.push(sign);
    else close();
    parts.push(word);
    end = index + found.length;
  }
  close();
  return units;
}

/** A full stop joins what are letters by themselves: U.S.A. */
function isJoint(sign: string, before = "", text: string, index: number): boolean {
  if (joints.has(sign)) return true;
  if (sign !== "." || before.length > 1 || !/\p{L}/u.test(before)) return false;
  return /^\p{L}(?![\p{L}\p{N}\p{M}])/u.test(text.slice(index, index + 3));
}

function unitsOf(parts: string[], signs: string[]): Unit[] {
  const first = parts[0] ?? "";
  if (parts.length === 1 && isPlain(first)) return [unit([first])];
  if (!parts.every(isPlain)) return parts.flatMap(unspacedUnits);
  const isElided = apostrophes.has(signs[0] ?? "") && elided.has(first);
  const isHung = apostrophes.has(signs.at(-1) ?? "") && hung.has(parts.at(-1) ?? "");
  const told = parts.slice(isElided ? 1 : 0, isHung ? -1 : parts.length);
  const together = told.join("");
  const isWord = told.length > 1 && together.length <= longestTogether;
  return [{ ...unit(parts), together: isWord ? together : null, isElided, isHung }];
}

function isPlain(word: string): boolean {
  for (const sign of word) if (sign >= firstUnspaced && unspaced.test(sign)) return false;
  return true;
}

/** Each stretch of signs, and what stands between them. */
function unspacedUnits(word: string): Unit[] {
  return word
    .split(unspaced)
    .filter(Boolean)
    .map((stretch) => {
      const isUnspaced = unspaced.test(stretch);
      return { ...unit(isUnspaced ? [...stretch] : [stretch]), isUnspaced };
    });
}

function unit(parts: string[]): Unit {
  return { parts, together: null, isElided: false, isHung: false, isUnspaced: false };
}
