import type { Form } from "#lib/frame/form.ts";
import { type Formats, valueIn } from "#lib/history/value-in.ts";
import type { HistoryEntry } from "#lib/history/views.ts";
import type { AnyWords } from "#lib/i18n/any-words.ts";
import { contracted } from "#lib/i18n/contracted.ts";
import { facts } from "#lib/nouns.ts";

type Known = Pick<HistoryEntry, "count" | "facts" | "was" | "changed">;
type Values = Record<string, string | number>;

/** What a sentence may mention: what things are called, by kind, and values. "none" where nothing is known. */
const mentioned: ReadonlyMap<string, Form> = new Map([
  ...facts.values,
  ...facts.kinds.map((kind): [string, Form] => [kind, "text"]),
]);

/** What things are called with their article, each a message of its own: `the_theme` is `things.the_theme`. */
const things = [
  ...["the_insights", "the_insight", "the_initiatives", "the_initiative", "the_theme", "the_tribe"],
  ...["the_team", "the_perimeter", "the_person", "the_objective", "the_key_results", "the_source"],
  ...[
    "the_key_result",
    "the_customer",
    "the_department",
    "the_hat",
    "the_subject",
    "for_place",
    "the_import",
    "the_entry",
  ],
];

/** What was done, in words that follow the person's name. `t` reads the messages `operations`. */
export function sentenceOf(t: AnyWords, format: Formats, entry: HistoryEntry): string {
  const values = { ...wordsFor(t, format, entry), ...contracted };
  if (entry.name === "undo") {
    const key = `taken-back.${entry.undid}`;
    return t.markup("undo", { what: t.has(key) ? t.markup(key, values) : "none" });
  }
  const sentence = t.markup(entry.name, values);
  if (!entry.undone) return sentence;
  const { by } = entry.undone;
  if (by === entry.actor) return t.markup("undone-by-self", { sentence });
  return t.markup("undone-by-other", { sentence, by: by ?? "Tribune" });
}

function wordsFor(t: AnyWords, format: Formats, entry: Known): Values {
  const values = { ...valuesOf(format, entry), fields: fieldsOf(t, format, entry) };
  const named = things.map((thing) => [thing, t.markup(`things.${thing}`, values)]);
  return { ...values, ...Object.fromEntries(named) };
}

function valuesOf(format: Formats, { count, facts: now, was }: Known): Values {
  const entries = [...mentioned].flatMap(([fact, form]) => [
    [fact, valueIn(format, form, now[fact])],
    [`was_${fact}`, valueIn(format, form, was[fact])],
  ]);
  return { ...Object.fromEntries(entries), count };
}

/** What is otherwise since, each with its values where they are short: "the team, from Dispatch to Tournées". */
function fieldsOf(
  t: AnyWords,
  format: Formats,
  { count, facts: now, was, changed }: Known,
): string {
  const phrases = changed.flatMap((column) => {
    const kind = column.replace(/_id$/, "");
    if (!t.has(`fields.${kind}`)) return [];
    const value = (all: Record<string, string>) => fieldValue(t, format, kind, all[kind]);
    // Of several rows the first alone is known: what each was before may differ.
    const from = count > 1 ? "none" : value(was);
    const of = { field: t.markup(`fields.${kind}`), from, to: value(now) };
    return [t.markup("field", { ...of, ...contracted })];
  });
  return phrases.length > 0 ? phrases.join(t.markup("between-fields")) : "none";
}

function fieldValue(t: AnyWords, format: Formats, kind: string, stored?: string): string {
  const form = mentioned.get(kind);
  const value = form ? valueIn(format, form, stored) : "none";
  if (value === "none") return value;
  const word = `codes.${kind}.${value}`;
  if (form === "code") return t.has(word) ? t.markup(word) : "none";
  return form === "text" && !facts.kinds.includes(kind)
    ? t.markup("quoted", { text: value })
    : value;
}
