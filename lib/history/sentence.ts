import type { HistoryEntry } from "#lib/history/views.ts";
import type { AnyWords } from "#lib/i18n/any-words.ts";
import { facts } from "#lib/nouns.ts";

/** What a sentence may mention: what things are called, by kind, and what the nouns say. "none" where nothing is known. */
const mentioned = [...facts.kinds, ...facts.columns, ...facts.params];

/** What was done, in words that follow the person's name. `t` reads the messages `operations`. */
export function sentenceOf(t: AnyWords, entry: HistoryEntry): string {
  const values = {
    ...Object.fromEntries(
      mentioned.map((fact) => [fact, choice(fact, entry.facts[fact] ?? "none")]),
    ),
    count: entry.count,
  };
  if (entry.name !== "undo") return t.markup(entry.name, values);
  const what = entry.undid ? t.markup(entry.undid, values) : "none";
  return t.markup("undo", { ...values, what });
}

function choice(fact: string, value: string): string {
  return facts.codes.has(fact) ? value.replaceAll("-", "_") : value;
}
