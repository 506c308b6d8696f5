import { type EntryAnswer, entryAnswers } from "#lib/catalogue/answers.ts";

export type SampleEntry = {
  title: string;
  answer: EntryAnswer;
  /** Counted from the current quarter; null where nobody says. */
  quarter: number | null;
  team: string;
  words: string[];
  place: string;
  toSay: string;
  limits: string;
  /** Title of the initiative whose place on the roadmap it follows. */
  initiative: string | null;
  /** Months since somebody said so last. */
  verifiedMonths: number;
};

/**
 * Reads blocks of lines: "answer quarter team months" ("-" where nobody says when), the title, what customers call it,
 * where it is, what to say, then its limits ("-" where there are none) and the initiative behind it, if there is one.
 */
export function readEntries(text: string): SampleEntry[] {
  return text
    .trim()
    .split(/\n\n+/)
    .map((block) => readEntry(block.split("\n")));
}

function readEntry(lines: string[]): SampleEntry {
  const [head = "", title = "", words = "", place = "", toSay = "", limits = "-", initiative] =
    lines;
  const [code, quarter = "-", team = "", months] = head.split(" ");
  const answer = entryAnswers.find((one) => one === code);
  if (!answer || toSay === "") throw new Error(`Not a whole entry: ${title}`);
  return {
    ...{ title, answer, team, place, toSay },
    quarter: quarter === "-" ? null : Number(quarter),
    words: words.split(", "),
    limits: limits === "-" ? "" : limits,
    initiative: initiative ?? null,
    verifiedMonths: Number(months ?? 1),
  };
}
