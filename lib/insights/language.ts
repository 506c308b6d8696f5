// French, English or both, by the small words that each language can't do without. Too few of them: unknown.

const french = new Set(
  "le la les des du un une et est que qui pour pas dans sur avec nous vous ils elle on ne ce cette au aux par plus mais sont quand faut être".split(
    " ",
  ),
);
const english = new Set(
  "the a an and is are to of in on for with we you they it this that not be can our when at from have has was but get".split(
    " ",
  ),
);
// In both lists they would vote twice.
const shared = new Set(["a", "on", "an"]);

export type TextLanguage = "fr" | "en" | "mixed";

/** The language of a text of some words; null when it can't be told. */
export function languageOf(text: string): TextLanguage | null {
  const words =
    text
      .slice(0, 5000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const count = (list: ReadonlySet<string>) =>
    words.filter((word) => list.has(word) && !shared.has(word)).length;
  const accents = words.filter((word) => /[éèêàçùîôœ]/.test(word)).length;
  const [fr, en] = [count(french) + accents, count(english)];
  if (fr + en === 0) return null;
  if (Math.min(fr, en) >= 4 && Math.min(fr, en) / Math.max(fr, en) > 0.35) return "mixed";
  if (fr === en) return null;
  return fr > en ? "fr" : "en";
}
