import { cut } from "#lib/search/cut.ts";
import { even } from "#lib/search/fold.ts";
import { lexemes } from "#lib/search/lexemes.ts";

/** Which way of cutting made a vector. Whoever changes what is kept counts on; the worker makes the others again. */
export const searchVersion = 1;

/** What lies beyond is kept and shown, but not searched. */
const longest = { title: 2000, body: 200_000 };
// A tsvector holds 1 MB of words and places at most.
const mostBytes = 900_000;
const lastPlace = 16_383;
const mostPlaces = 255;

/** A tsvector as text: every word of the title and of the body under each of its lexemes, with its places. */
export function searchVector(title: string | null, body: string): string {
  const places = new Map<string, number[]>();
  let bytes = 0;
  const keep = (lexeme: string, place: number) => {
    const known = places.get(lexeme);
    if (known) {
      if (known.length < mostPlaces && place <= lastPlace) known.push(place);
    } else {
      bytes += 3 * lexeme.length + 6;
      if (bytes < mostBytes) places.set(lexeme, [Math.min(place, lastPlace)]);
    }
    bytes += 2;
  };
  const titled = keepText((title ?? "").slice(0, longest.title), 1, keep);
  // No phrase begins in the title and ends in the body.
  keepText(body.slice(0, longest.body), titled + 1, keep);
  let vector = "";
  for (const [lexeme, at] of places) vector += `${lexeme}:${at.join(",")} `;
  return vector;
}

/** @returns the place after the last word. */
function keepText(
  text: string,
  from: number,
  keep: (lexeme: string, place: number) => void,
): number {
  let place = from;
  for (const { parts, together, isElided, isUnspaced } of cut(even(text))) {
    if (together !== null)
      for (const lexeme of lexemes(together)) keep(lexeme, place + (isElided ? 1 : 0));
    if (isUnspaced)
      // The last sign stands alone, so that each is the beginning of some word.
      for (const [index, sign] of parts.entries()) keep(sign + (parts[index + 1] ?? ""), place++);
    else
      for (const part of parts) {
        for (const lexeme of lexemes(part)) keep(lexeme, place);
        place += 1;
      }
  }
  return place;
}
