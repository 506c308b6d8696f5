import type { AnyWords } from "#lib/i18n/any-words.ts";
import type { HistoryEntry } from "#lib/operations/history.ts";

/** What a sentence may mention; "none" where an operation says nothing of it. */
const facts = [
  ...["insight", "merged_into", "theme", "initiative", "tribe", "team", "person", "department"],
  ...["organisation", "objective", "key_result", "source", "product", "quarter", "answer", "hat"],
  ...["code", "role", "now", "name", "title", "value", "setting", "what", "to", "on", "epicKey"],
  ...["half_months", "effort_half_months", "password", "own", "lines", "fileName", "snoozed_until"],
  "factor",
] as const;

/** Codes that choose words: a message's choices cannot carry a hyphen. */
const codes: ReadonlySet<string> = new Set(["answer", "hat", "setting", "to", "on", "what"]);

/** What was done, in words that follow the person's name. `t` reads the messages `operations`. */
export function sentenceOf(t: AnyWords, entry: HistoryEntry): string {
  const values = {
    ...Object.fromEntries(facts.map((fact) => [fact, choice(fact, entry.facts[fact] ?? "none")])),
    count: entry.count,
  };
  if (entry.name !== "undo") return t.markup(entry.name, values);
  const what = entry.undid ? t.markup(entry.undid, values) : "none";
  return t.markup("undo", { ...values, what });
}

function choice(fact: string, value: string): string {
  return codes.has(fact) ? value.replaceAll("-", "_") : value;
}
