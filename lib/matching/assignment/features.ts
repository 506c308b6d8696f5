import { stemLanguage } from "#lib/matching/words/language.ts";
import { partsOf } from "#lib/matching/words/parts.ts";
import { bare, wordsOf } from "#lib/matching/words/words.ts";

/** What tells where an insight belongs. `facts`: who asked, for whom, of which kind: what is known of it in a word. */
export type Told = { title: string | null; body: string; facts: readonly string[] };

/** A sign by which decisions are learnt, and how often it is there. `word`: as people read it. */
export type Feature = { name: string; times: number; word: string };

const longestBody = 1500;
const weights = { title: 2, body: 1, titleAgain: 1, pair: 1, first: 2, second: 1 };

export function featuresOf({ title, body }: Told): Feature[] {
  const found = new Map<string, Feature>();
  const add = (name: string, times: number, word: string) => {
    const known = found.get(name);
    if (known) known.times += times;
    else found.set(name, { name, times, word });
  };
  const parts = partsOf(title, body);
  const text = parts.prose.slice(0, longestBody);
  const language = stemLanguage(`${parts.title}\n${text}`);
  const addText = (from: string, weight: number, isTitle: boolean) => {
    let before: { stem: string; surface: string } | null = null;
    for (const { stem, surface } of wordsOf(from, language)) {
      add(stem, weight, surface);
      if (isTitle) add(`t:${stem}`, weights.titleAgain, surface);
      if (before) add(`${before.stem} ${stem}`, weights.pair, `${before.surface} ${surface}`);
      before = { stem, surface };
    }
  };
  addText(parts.title, weights.title, true);
  addText(text, weights.body, false);
  const [first, second] = pathOf(parts.title);
  if (first) add(`p0:${bare(first)}`, weights.first, first);
  if (second) add(`p1:${bare(second)}`, weights.second, second);
  return [...found.values()];
}

const longestStep = 40;

/** Some desks write the way to it into the title: RH/Salaire/Bulletins. */
function pathOf(title: string): string[] {
  const steps = title.split("/").map((step) => step.trim().slice(0, longestStep));
  return steps.length > 2 && steps.every((step) => step !== "") ? steps : [];
}
