import { type DateColumn, dateTally } from "#lib/imports/dates/date-orders.ts";
import { dateEvidence, isEpoch } from "#lib/imports/dates/dates.ts";
import { withoutNotionLinks } from "#lib/tables/cell-words.ts";
import { withoutEmptyWord } from "#lib/tables/empty-words.ts";

/** What the first values of a column look like. Shares are of its filled cells, from 0 to 1. */
export type ColumnFacts = {
  filled: number;
  distinct: number;
  /** Every row has a value and no two the same. */
  unique: boolean;
  dates: number;
  /** Seconds or milliseconds since 1970: numbers alone, which are dates only where their header says so. */
  epochs: number;
  emails: number;
  numbers: number;
  /** Words without a space, some figure among them: what desks call their records by. */
  codes: number;
  flags: number;
  links: number;
  /** Sentences: five words and more. */
  prose: number;
  /** Letters on average. */
  length: number;
  /** Set when nearly all its values are dates. */
  date: DateColumn | null;
  samples: string[];
};

const samplesShown = 3;
const sampleLength = 90;
const email = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/;
const number = /^-?\d+([.,]\d+)?%?$/;
const code = /^[\p{L}\d][\p{L}\d._/#-]*$/u;
const flag = /^(yes|no|true|false|oui|non|ja|nein|sí|si|não|nao|tak|nie|0|1)$/i;
const link = /^https?:\/\/\S+$/;

export function columnFacts(sample: string[][], index: number): ColumnFacts {
  const values = sample.map((cells) => withoutNotionLinks(cells[index] ?? "").trim());
  const filled = values.filter((value) => withoutEmptyWord(value) !== null);
  const distinct = [...new Set(filled)];
  const share = (is: (value: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(is).length / filled.length;
  const epochs = share(isEpoch);
  // A number alone is no date, whatever could be made of it.
  const dates = share(
    (value) => value.length > 5 && !isEpoch(value) && dateEvidence(value) !== "unreadable",
  );
  const tally = dateTally();
  if (dates + epochs >= 0.8) for (const [row, value] of filled.entries()) tally.add(value, row + 2);
  return {
    filled: filled.length,
    distinct: distinct.length,
    unique: filled.length === values.length && distinct.length === values.length,
    dates,
    epochs,
    emails: share((value) => email.test(value)),
    numbers: share((value) => number.test(value)),
    codes: share((value) => code.test(value) && /\d/.test(value)),
    flags: share((value) => flag.test(value)),
    links: share((value) => link.test(value)),
    prose: share((value) => value.split(/\s+/, 5).length === 5),
    length: filled.reduce((sum, value) => sum + value.length, 0) / Math.max(1, filled.length),
    date: dates + epochs >= 0.8 ? tally.result() : null,
    samples: distinct.slice(0, samplesShown).map(shortened),
  };
}

export function shortened(value: string): string {
  const line = value.replace(/\s+/g, " ").trim();
  return line.length <= sampleLength ? line : `${line.slice(0, sampleLength).toWellFormed()}…`;
}
