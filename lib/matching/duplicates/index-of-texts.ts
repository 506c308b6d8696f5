import { companyTexts } from "#lib/matching/duplicates/company-texts.ts";
import { daysBetween, scoreOf } from "#lib/matching/duplicates/likeness.ts";
import { dampedFifths, fifthsIn, gramOf, termOf, textOf } from "#lib/matching/duplicates/rows.ts";
import { asBytes, topicCosine } from "#lib/matching/duplicates/topic-bytes.ts";
import { learnTopics, type Topics } from "#lib/matching/duplicates/topics.ts";
import { highest } from "#lib/matching/highest.ts";
import { sampleOf } from "#lib/matching/random.ts";
import type { Report } from "#lib/matching/report.ts";
import { gramSpace } from "#lib/matching/words/frequencies.ts";

export type Likeness = {
  id: string;
  score: number;
  /** The common words, by what they add to the likeness; shares of 1. */
  words: { word: string; stem: string; share: number }[];
  daysApart: number;
};

export type DuplicateIndex = ReturnType<typeof duplicateIndex>;

// So that a hundred thousand texts are answered from within some hundredths of a second.

const postingBudget = 150_000;
const mostCompared = 100;
const wordsTold = 6;
const topicSample = 4000;
const sampleSeed = 12;

/**
 * All texts of a company, and which are most alike. What is put in is found from then on; `trainTopics` is to be called
 * when all are in, and now and then after.
 */
export function duplicateIndex() {
  const texts = companyTexts();
  const { termWeight, gramWeight } = texts;
  const gramWeights = new Float32Array(gramSpace);
  let termWeights = new Float32Array(1024);
  let partial = new Float32Array(1024);
  let topics: Topics | null = null;
  let topicRows: (Int8Array | undefined)[] = [];
  let about = new Float64Array(0);

  function put(report: Report): void {
    readTopics(texts.put(report));
  }

  function weighted(number: number) {
    const entries = texts.termRow(number);
    return {
      terms: Uint32Array.from(entries, termOf),
      weights: Float64Array.from(entries, termWeight),
    };
  }

  function trainTopics(): void {
    texts.refresh(true);
    const sample = sampleOf([...texts.numbers.values()], topicSample, sampleSeed);
    topics = learnTopics(sample.map(weighted), texts.terms.size());
    about = new Float64Array(topics.size);
    topicRows = [];
    for (const number of texts.numbers.values()) readTopics(number);
  }

  function readTopics(number: number): void {
    if (!topics) return;
    topics.read(weighted(number), about);
    topicRows[number] = asBytes(about);
  }

  function likeliest(id: string, most: number, isWanted?: (other: string) => boolean): Likeness[] {
    const number = texts.numbers.get(id);
    if (number === undefined) return [];
    texts.refresh();
    const entries = texts.termRow(number);
    if (partial.length < texts.room()) partial = new Float32Array(texts.room());
    if (termWeights.length < texts.terms.size())
      termWeights = new Float32Array(texts.terms.size() * 2);
    for (const entry of entries) termWeights[termOf(entry)] = termWeight(entry);
    for (const entry of texts.gramRow(number)) gramWeights[gramOf(entry)] = gramWeight(entry);
    const found = candidates(number, entries, isWanted).map((other) => compare(number, other));
    const best = found.sort((a, b) => b.score - a.score).slice(0, most);
    const told = best.map(({ other, score, daysApart }) => ({
      id: texts.id(other),
      score,
      daysApart,
      words: commonWords(other),
    }));
    for (const entry of entries) termWeights[termOf(entry)] = 0;
    for (const entry of texts.gramRow(number)) gramWeights[gramOf(entry)] = 0;
    return told;
  }

  /** The rarest words first, until enough of their texts were read. */
  function candidates(
    number: number,
    entries: Uint32Array,
    isWanted: ((other: string) => boolean) | undefined,
  ): number[] {
    const byRarity = [...entries].sort(
      (a, b) => texts.terms.count(termOf(a)) - texts.terms.count(termOf(b)),
    );
    const touched: number[] = [];
    let read = 0;
    for (const entry of byRarity) {
      const term = termOf(entry);
      const list = texts.postings(term);
      if (read > 0 && read + list.length > postingBudget) break;
      read += list.length;
      const weight = (termWeights[term] ?? 0) * texts.termIdf(term);
      for (const posting of list) {
        const other = textOf(posting);
        if (!texts.isThere(other) || other === number) continue;
        if (partial[other] === 0) touched.push(other);
        partial[other] = (partial[other] ?? 0) + weight * (dampedFifths[fifthsIn(posting)] ?? 0);
      }
    }
    for (const other of touched) partial[other] = (partial[other] ?? 0) / texts.termNorm(other);
    const wanted = isWanted ? touched.filter((other) => isWanted(texts.id(other))) : touched;
    const best = highest(wanted, partial, mostCompared);
    for (const other of touched) partial[other] = 0;
    return best;
  }

  function compare(number: number, other: number) {
    let words = 0;
    for (const entry of texts.termRow(other)) {
      const weight = termWeights[termOf(entry)] ?? 0;
      if (weight !== 0) words += weight * termWeight(entry);
    }
    let signs = 0;
    for (const entry of texts.gramRow(other)) {
      const weight = gramWeights[gramOf(entry)] ?? 0;
      if (weight !== 0) signs += weight * gramWeight(entry);
    }
    const daysApart = daysBetween(texts.saidAt(number), texts.saidAt(other));
    const score = scoreOf({
      words: words / (texts.termNorm(number) * texts.termNorm(other)),
      signs: signs / (texts.gramNorm(number) * texts.gramNorm(other)),
      topics: topicCosine(topicRows[number], topicRows[other]),
      daysApart,
    });
    return { other, score, daysApart };
  }

  function commonWords(other: number): Likeness["words"] {
    const common: Likeness["words"] = [];
    let all = 0;
    for (const entry of texts.termRow(other)) {
      const share = (termWeights[termOf(entry)] ?? 0) * termWeight(entry);
      if (share === 0) continue;
      all += share;
      const term = termOf(entry);
      common.push({ word: texts.terms.surfaceOf(term), stem: texts.terms.stemOf(term), share });
    }
    return common
      .sort((a, b) => b.share - a.share)
      .slice(0, wordsTold)
      .map((one) => ({ ...one, share: one.share / all }));
  }

  return { put, remove: texts.remove, trainTopics, likeliest, size: texts.size };
}
