import { chunkedRows, larger } from "#lib/matching/chunks.ts";
import {
  asGram,
  asPosting,
  asTerm,
  damped,
  fifthsOf,
  gramOf,
  termOf,
  timesOf,
} from "#lib/matching/duplicates/rows.ts";
import { vocabulary } from "#lib/matching/duplicates/vocabulary.ts";
import type { Report } from "#lib/matching/report.ts";
import { gramFrequencies, gramSpace, wordFrequencies } from "#lib/matching/words/frequencies.ts";
import { partsOf } from "#lib/matching/words/parts.ts";

/** A company's texts by number: what stands in each, in which each word stands, and how much each word says. */
export function companyTexts() {
  const terms = vocabulary();
  const gramCounts = new Uint32Array(gramSpace);
  const keepRow = chunkedRows();
  const numbers = new Map<string, number>();
  const ids: string[] = [];
  const saidAt: number[] = [];
  const there: boolean[] = [];
  const termRows: Uint32Array[] = [];
  const gramRows: Uint32Array[] = [];
  const postings: number[][] = [];
  let termNorms = new Float32Array(1024);
  let gramNorms = new Float32Array(1024);
  let changed = 0;

  const termIdf = (term: number) => Math.log(1 + numbers.size / Math.max(1, terms.count(term)));
  // Squared: common endings would else outweigh rare names.
  const gramIdf = (gram: number) =>
    Math.log(1 + numbers.size / Math.max(1, gramCounts[gram] ?? 0)) ** 2;
  const termWeight = (entry: number) => damped(fifthsOf(entry) / 5) * termIdf(termOf(entry));
  const gramWeight = (entry: number) => damped(timesOf(entry)) * gramIdf(gramOf(entry));

  function put({ id, title, body, saidAt: said }: Report): number {
    remove(id);
    const number = ids.length;
    const parts = partsOf(title, body);
    const row: number[] = [];
    for (const [stem, { fifths, surface }] of wordFrequencies(parts)) {
      const term = terms.numberOf(stem, surface);
      if (term < 0) continue;
      terms.add(term, 1);
      row.push(asTerm(term, fifths));
      const list = postings[term];
      if (list) list.push(asPosting(number, fifths));
      else postings[term] = [asPosting(number, fifths)];
    }
    const grams: number[] = [];
    for (const [gram, times] of gramFrequencies(parts)) {
      gramCounts[gram] = (gramCounts[gram] ?? 0) + 1;
      grams.push(asGram(gram, times));
    }
    numbers.set(id, number);
    ids.push(id);
    saidAt.push(said);
    there.push(true);
    termRows.push(keepRow(Uint32Array.from(row)));
    gramRows.push(keepRow(Uint32Array.from(grams)));
    changed += 1;
    grow(number);
    weigh(number);
    return number;
  }

  function grow(number: number): void {
    if (number < termNorms.length) return;
    termNorms = larger(termNorms);
    gramNorms = larger(gramNorms);
  }

  function weigh(number: number): void {
    let square = 0;
    for (const entry of termRows[number] ?? []) square += termWeight(entry) ** 2;
    termNorms[number] = Math.sqrt(square) || 1;
    square = 0;
    for (const entry of gramRows[number] ?? []) square += gramWeight(entry) ** 2;
    gramNorms[number] = Math.sqrt(square) || 1;
  }

  function remove(id: string): void {
    const number = numbers.get(id);
    if (number === undefined) return;
    numbers.delete(id);
    there[number] = false;
    for (const entry of termRows[number] ?? []) terms.add(termOf(entry), -1);
    for (const entry of gramRows[number] ?? []) {
      const gram = gramOf(entry);
      gramCounts[gram] = (gramCounts[gram] ?? 0) - 1;
    }
    termRows[number] = new Uint32Array();
    gramRows[number] = new Uint32Array();
  }

  /** How rare a word is changes with each text; what follows from it is counted anew now and then. */
  function refresh(isAsked = false): void {
    if (!isAsked && changed < Math.min(1000, Math.max(1, numbers.size / 10))) return;
    changed = 0;
    for (const number of numbers.values()) weigh(number);
  }

  return {
    put,
    remove,
    refresh,
    terms,
    numbers,
    termIdf,
    termWeight,
    gramWeight,
    id: (number: number): string => ids[number] ?? "",
    saidAt: (number: number): number => saidAt[number] ?? 0,
    isThere: (number: number): boolean => there[number] === true,
    termRow: (number: number): Uint32Array => termRows[number] ?? nothing,
    gramRow: (number: number): Uint32Array => gramRows[number] ?? nothing,
    termNorm: (number: number): number => termNorms[number] ?? 1,
    gramNorm: (number: number): number => gramNorms[number] ?? 1,
    /** Of a word: the texts that have it, and how often. */
    postings: (term: number): readonly number[] => postings[term] ?? [],
    size: (): number => numbers.size,
    /** As many as were ever put in. */
    room: (): number => termNorms.length,
  };
}

const nothing = new Uint32Array();
