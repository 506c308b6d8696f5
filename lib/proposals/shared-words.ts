// Where words that two texts share stand in one of them, to be underlined there: whole words, whatever their case.

export type WordPlace = { from: number; to: number };

/** In the order of the text, those that touch as one. */
export function placesOf(text: string, words: readonly string[]): WordPlace[] {
  const found = words.flatMap((word) => placesOfOne(text, word));
  const places: WordPlace[] = [];
  for (const place of found.toSorted((a, b) => a.from - b.from)) {
    const last = places.at(-1);
    if (last && place.from <= last.to) last.to = Math.max(last.to, place.to);
    else places.push({ ...place });
  }
  return places;
}

function placesOfOne(text: string, word: string): WordPlace[] {
  if (word.trim() === "") return [];
  const sought = word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(/\s+/g, "\\s+");
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${sought}(?![\\p{L}\\p{N}])`, "giu");
  return [...text.matchAll(whole)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }));
}
