export type SampleKind = "request" | "problem" | "question" | "praise" | "bug";

/** Something that happens to customers of one team's field, told in one language. */
export type Situation = {
  team: string;
  kind: SampleKind;
  language: "fr" | "en";
  theme: string | null;
  title: string;
  fact: string;
  harm: string;
  wish: string;
  /** What to answer when the product does it already. */
  exists: string | null;
};

const kinds: SampleKind[] = ["request", "problem", "question", "praise", "bug"];

/**
 * Reads blocks of lines: "kind language theme [exists]", title, fact, harm, wish, and the answer
 * when it exists already. `[a|b]` says that either will do, `{place}` is filled in later.
 * Throws on a block that is not whole.
 */
export function readSituations(team: string, text: string): Situation[] {
  return text
    .trim()
    .split(/\n\n+/)
    .map((block) => readSituation(team, block));
}

function readSituation(team: string, block: string): Situation {
  const [head = "", title, fact, harm, wish, answer] = block.trim().split("\n");
  const [kindWord, languageWord, themeWord, existsWord] = head.split(" ");
  const kind = kinds.find((known) => known === kindWord);
  const language = languageWord === "en" ? "en" : "fr";
  const exists = existsWord === "exists" ? answer : null;
  if (
    kind === undefined ||
    themeWord === undefined ||
    title === undefined ||
    fact === undefined ||
    harm === undefined ||
    wish === undefined ||
    exists === undefined
  ) {
    throw new Error(`Not a whole situation of ${team}: ${block}`);
  }
  const theme = themeWord === "-" ? null : themeWord;
  return { team, kind, language, theme, title, fact, harm, wish, exists };
}
