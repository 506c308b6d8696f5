// How a text is looked at before it is cut: one form of each letter, whatever typed it.

/** What stands in a text and is not seen: soft hyphens, joiners, direction marks, byte order marks. */
const unseen = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;
const accents = /[\u0300-\u036F]/g;
const umlaut = /[äöü]/g;
const spelled: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue" };
/** Letters that are more than a letter with an accent. */
const letters: Record<string, string> = {
  ...{ œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ" },
};
const letter = new RegExp(`[${Object.keys(letters).join("")}]`, "g");

/** In lower case, composed, full and half width alike. */
export function even(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(unseen, "").normalize("NFC");
}

/** Without accents: "Créneau" and "creneau" are the same. */
export function bare(word: string): string {
  return word
    .normalize("NFD")
    .replace(accents, "")
    .normalize("NFC")
    .replace(letter, (one) => letters[one] ?? one);
}

/** "müller" as "mueller"; null for a word without such letters. */
export function spelledOut(word: string): string | null {
  const out = word.replace(umlaut, (one) => spelled[one] ?? one);
  return out === word ? null : bare(out);
}
