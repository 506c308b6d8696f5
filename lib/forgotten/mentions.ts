import { valueKeyOf, wordsOf } from "#lib/forgotten/person-keys.ts";

// Where in a text somebody may stand: what is found there is asked for by its key.

type Span = { from: number; to: number };

/** Addresses and desks' ids: words that hold a sign or a digit, six letters long at least. */
export function tokenSpans(text: string, knows: (key: string) => boolean): Span[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}._:@+'-]{4,}[\p{L}\p{N}]/gu)].flatMap(
    (match) => {
      const [token] = match;
      if (!/[\d@]/.test(token)) return [];
      const parts = [token, ...(token.includes(":") ? [token.slice(token.indexOf(":") + 1)] : [])];
      const part = parts.find((one) => knows(valueKeyOf(one)));
      if (part === undefined) return [];
      const to = match.index + token.length;
      return [{ from: to - part.length, to }];
    },
  );
}

/** So many words one after the other, the first as a name begins. */
export function nameSpans(
  text: string,
  lengths: number[],
  knows: (key: string) => boolean,
): Span[] {
  if (lengths.length === 0) return [];
  const words = wordsOf(text);
  return words.flatMap((first, index) =>
    first.mayBegin
      ? lengths.flatMap((length) => {
          const run = words.slice(index, index + length);
          const last = run.at(-1);
          if (!last || run.length < length) return [];
          if (run.some((word, at) => at > 0 && word.from - (run[at - 1]?.to ?? 0) > 3)) return [];
          const key = run.map(({ key: word }) => word).join(" ");
          return knows(key) ? [{ from: first.from, to: last.to }] : [];
        })
      : [],
  );
}

export function replaced(text: string, spans: Span[], word: string): string {
  let result = "";
  let at = 0;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < at) continue;
    result += text.slice(at, from) + word;
    at = to;
  }
  return at === 0 ? text : result + text.slice(at);
}
