/** Words by their number, in how many texts each stands, and one form in which people write it. */
export type Vocabulary = {
  numberOf: (stem: string, surface: string) => number;
  /** In how many texts. */
  count: (term: number) => number;
  add: (term: number, difference: number) => void;
  surfaceOf: (term: number) => string;
  stemOf: (term: number) => string;
  size: () => number;
};

/** What fits beside a frequency in one number (rows.ts); later words are left out. */
const mostTerms = 2 ** 21;

export function vocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  const surfaces: string[] = [];
  const stems: string[] = [];
  let counts = new Uint32Array(1024);
  return {
    numberOf(stem, surface) {
      const known = numbers.get(stem);
      if (known !== undefined) return known;
      const number = surfaces.length;
      if (number >= mostTerms) return -1;
      numbers.set(stem, number);
      surfaces.push(surface);
      stems.push(stem);
      if (number >= counts.length) {
        const more = new Uint32Array(counts.length * 2);
        more.set(counts);
        counts = more;
      }
      return number;
    },
    count: (term) => counts[term] ?? 0,
    add(term, difference) {
      counts[term] = (counts[term] ?? 0) + difference;
    },
    surfaceOf: (term) => surfaces[term] ?? "",
    stemOf: (term) => stems[term] ?? "",
    size: () => surfaces.length,
  };
}
