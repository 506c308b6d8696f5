import { stemLanguage } from "#lib/matching/words/language.ts";
import { partsOf } from "#lib/matching/words/parts.ts";
import { wordsOf } from "#lib/matching/words/words.ts";

// Before people have decided anything, the only thing known of a Tribe is what it says of itself.

export type Field = { id: string; words: string };

/** Which of them speak of what the text speaks of, the one with the most and rarest words in common first. */
export function fieldsOf(title: string | null, body: string, fields: readonly Field[]) {
  const { title: heading, prose } = partsOf(title, body);
  const text = `${heading}\n${prose}`;
  const surfaces = new Map<string, string>();
  for (const { stem, surface } of wordsOf(text, stemLanguage(text)))
    if (!surfaces.has(stem)) surfaces.set(stem, surface);
  const told = fields.map(({ id, words }) => ({ id, stems: stemsOf(words) }));
  const rarity = (stem: string) =>
    Math.log(1 + told.length / told.filter(({ stems }) => stems.has(stem)).length);
  const spoken = told.map(({ id, stems }) => {
    const common = [...stems].filter((stem) => surfaces.has(stem));
    const ordered = common.sort((a, b) => rarity(b) - rarity(a));
    const worth = ordered.reduce((sum, stem) => sum + rarity(stem), 0);
    return { id, worth, words: ordered.map((stem) => surfaces.get(stem) ?? stem) };
  });
  return spoken.filter(({ worth }) => worth > 0).sort((a, b) => b.worth - a.worth);
}

/** People write of themselves in a few words: in either language. */
function stemsOf(words: string): Set<string> {
  return new Set((["fr", "en"] as const).flatMap((language) => stemsIn(words, language)));
}

function stemsIn(words: string, language: "fr" | "en"): string[] {
  return [...wordsOf(words, language)].map(({ stem }) => stem);
}
