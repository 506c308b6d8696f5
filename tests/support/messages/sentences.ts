import { createFormatter, createTranslator } from "use-intl/core";
import { sentenceOf } from "#lib/history/sentence.ts";
import type { HistoryEntry } from "#lib/history/views.ts";
import { readMessages } from "#tests/support/messages/read.ts";

const told = (["en", "fr"] as const).map((locale) => ({
  format: createFormatter({ locale, timeZone: "Europe/Paris" }),
  t: createTranslator({
    locale,
    messages: readMessages(locale).operations,
    onError: (error) => {
      throw error;
    },
  }),
}));

/** What the history says of it, in English and in French. */
export function sentencesOf(entry: HistoryEntry): string[] {
  return told.map(({ t, format }) => sentenceOf(t, format, entry));
}

const faults = [
  /\bnone\b|undefined|null|NaN|[{}<>]|\[object/,
  // Ids, codes and instants as they are stored
  /[0-9a-f]{8}-[0-9a-f]{4}-/,
  /\b\d{4}-Q[1-4]\b|\d{4}-\d{2}-\d{2}/,
  /\b[a-z]+_[a-z]+\b/,
  // Articles that don't go together
  /\bd[e’] ?(le|les)\b|\b(de|que) [aeiouàâéèêëîïôûœ]|\bà les? |\b(the|an?) (the|an?)\b|\bde de\b/i,
  / {2}| [,.;)]|\( |^\s|\s$/,
];

/** What is wrong with the form of a sentence; what it quotes, and what things are titled, is not its own. */
export function faultsOf(sentence: string): string[] {
  const text = sentence
    .replace(/“[^”]*”|«\s[^»]*\s»/g, "“”")
    .replace(/(IN[SI]-\d+) \([^)]*\)/g, "$1")
    .replaceAll(" ; ", "; ");
  return faults.filter((fault) => fault.test(text)).map((fault) => `${fault}: ${sentence}`);
}
