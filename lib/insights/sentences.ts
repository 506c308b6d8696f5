// A customer's text cut where people would cut it: at the end of a sentence and of a line. What holds no word ("1.", a
// dash) goes with what follows it.

export type Sentence = { from: number; to: number };

// The platform's cutter leaves a French closing quotation mark at the head of the next sentence.
const CLOSES = /^[\s\u00a0\u202f]*[»”"’)\]]+(?=\s|$)/u;

export function sentencesOf(text: string): Sentence[] {
  const segments = new Intl.Segmenter("fr", { granularity: "sentence" });
  const found: Sentence[] = [];
  let begun: number | null = null;
  let at = 0;
  for (const line of text.split("\n")) {
    for (const { segment, index } of segments.segment(line)) {
      const last = found.at(-1);
      const closing = begun === null && last && last.to > at ? CLOSES.exec(segment) : null;
      if (closing && last) last.to = at + index + closing[0].length;
      const rest = segment.slice(closing?.[0].length ?? 0);
      const said = rest.trim();
      if (said === "") continue;
      const from = at + index + segment.length - rest.length + rest.indexOf(said);
      if (!/\p{L}{2}/u.test(said)) begun ??= from;
      else {
        found.push({ from: begun ?? from, to: from + said.length });
        begun = null;
      }
    }
    if (begun !== null) found.push({ from: begun, to: at + line.trimEnd().length });
    begun = null;
    at += line.length + 1;
  }
  return found;
}

/** These sentences by themselves: neighbours as they were written, others a line each. @param chosen places, in any order */
export function textOf(
  text: string,
  sentences: readonly Sentence[],
  chosen: readonly number[],
): string {
  const lines: Sentence[] = [];
  let before = Number.NaN;
  for (const place of chosen.toSorted((a, b) => a - b)) {
    const sentence = sentences[place];
    if (!sentence) continue;
    const last = lines.at(-1);
    if (last && place === before + 1) last.to = sentence.to;
    else lines.push({ ...sentence });
    before = place;
  }
  return lines.map(({ from, to }) => text.slice(from, to)).join("\n");
}

const LONGEST = 90;

/** What it would be called: its first words, without the number of a list and the stop at the end. */
export function titleFrom(text: string): string {
  const [line = ""] = text.split("\n");
  const plain = line.replace(/^\s*(?:\d+\s*[./):-]+|[-*•–]+)\s*/u, "").replace(/[\s.;,:!]+$/u, "");
  const short =
    plain.length > LONGEST ? `${plain.slice(0, LONGEST).replace(/\s+\S*$/u, "")}…` : plain;
  return short.charAt(0).toLocaleUpperCase() + short.slice(1);
}
