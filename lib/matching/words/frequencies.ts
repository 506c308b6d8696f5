import { stemLanguage } from "#lib/matching/words/language.ts";
import type { Parts } from "#lib/matching/words/parts.ts";
import { bare, wordsOf } from "#lib/matching/words/words.ts";

// How often a text says what: a word of the title counts for more than two of the text, one of pasted code for a fifth. In fifths, so that the
// numbers are whole.

const fifths = { title: 12, prose: 5, code: 1 };
const titleGrams = 3;

/** By stem, with the first form it has in the text. */
export function wordFrequencies(parts: Parts): Map<string, { fifths: number; surface: string }> {
  const language = stemLanguage(`${parts.title}\n${parts.prose}`);
  const found = new Map<string, { fifths: number; surface: string }>();
  for (const part of ["title", "prose", "code"] as const)
    for (const { stem, surface } of wordsOf(parts[part], language)) {
      const known = found.get(stem);
      if (known) known.fifths += fifths[part];
      else found.set(stem, { fifths: fifths[part], surface });
    }
  return found;
}

/** Sequences of four signs, hashed: what is misspelt or inflected is still alike. */
export const gramSpace = 2 ** 18;

export function gramFrequencies({ title, prose }: Parts): Map<number, number> {
  const found = new Map<number, number>();
  addGrams(title, titleGrams, found);
  addGrams(prose, 1, found);
  return found;
}

const between = /[^\p{L}\p{N}]+/gu;

function addGrams(text: string, weight: number, found: Map<number, number>): void {
  const plain = ` ${bare(text).replace(between, " ").trim()} `;
  for (let at = 0; at + 4 <= plain.length; at += 1) {
    const gram = hashed(plain, at);
    found.set(gram, (found.get(gram) ?? 0) + weight);
  }
}

function hashed(text: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let offset = 0; offset < 4; offset += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at + offset), 0x01000193);
  return (hash ^ (hash >>> 15)) & (gramSpace - 1);
}
