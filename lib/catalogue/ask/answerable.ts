import type { Answerable } from "#lib/catalogue/ask/index-of-answers.ts";

type Told = {
  id: string;
  title: string;
  words: readonly string[];
  toSay: string;
  limits: string;
  place: string;
};

/** An entry by what it is called and by what it says; `behind` is what the initiative behind it is called. */
export function answerableEntry(entry: Told, behind: readonly string[]): Answerable {
  const { id, title, words, toSay, limits, place } = entry;
  return { id, names: [title, ...words], texts: [toSay, limits, place, ...behind] };
}

export function answerableInitiative(initiative: {
  id: string;
  title: string;
  problem: string;
}): Answerable {
  return { id: initiative.id, names: [initiative.title], texts: [initiative.problem] };
}
