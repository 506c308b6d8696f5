import { groupsOf } from "#lib/catalogue/ask/alike-words.ts";
import { type Term, termsOf } from "#lib/catalogue/ask/terms.ts";
import { bare } from "#lib/search/fold.ts";

// "Do we have X?": every text that could answer is asked how much of the question it says, rare words counting for more,
// and how much of what it is called the question says. Only what says nearly all of it, and clearly more than the next,
// answers; the rest is near, or nothing. Silent rather than wrong.

/** What may answer: what it is called, each a whole name; and what else it says. */
export type Answerable = {
  id: string;
  names: readonly string[];
  texts: readonly string[];
};

export type Found = {
  id: string;
  /** How well it answers, 0 to 1. */
  score: number;
  /** What of the question it says, 0 to 1. */
  coverage: number;
  /** How much of one of its names the question says, 0 to 1. */
  focus: number;
};

export type Answered = {
  found: Found[];
  /** The first answers directly and wholly. */
  isSure: boolean;
};

const weight = { name: 1, text: 0.45 };
const quality = { same: 1, begun: 0.85, alike: 0.8, kin: 0.65 };
const near = 0.28;
const sure = { coverage: 0.7, focus: 0.6, ahead: 0.1 };
const mostFound = 8;
/** So many of those that say most of the question are looked at for what they are called. */
const mostJudged = 60;

/** An answerable text, cut once: it stays so while the text does. */
export type Document = {
  id: string;
  /** Lexemes and groups of words, each with how much it counts. */
  terms: ReadonlyMap<string, number>;
  /** Of each name its words, by all that they may be met by. */
  names: readonly (readonly (readonly string[])[])[];
};
/** A word that is asked, by all that it may be met by, each with how well. */
type Wanted = ReadonlyMap<string, number>;

export type IndexOfAnswers = {
  ask: (question: string) => Answered;
};

export function indexOfAnswers(documents: readonly Document[]): IndexOfAnswers {
  const postings = postingsOf(documents);
  const byStart = Map.groupBy(
    [...postings.keys()].filter((term) => !term.startsWith("=")),
    (term) => term.slice(0, 3),
  );
  const count = Math.max(20, documents.length);
  const rarity = (term: string) => Math.log(1 + count / (1 + (postings.get(term)?.length ?? 0)));
  const foreign = Math.log(1 + count) * 0.8;
  /** What is met seldom tells most; a word that nobody wrote tells that something else is asked. */
  const worthOf = (wanted: Wanted) => {
    let most = 0;
    for (const [term, well] of wanted)
      if (postings.has(term)) most = Math.max(most, rarity(term) * well);
    return most || foreign;
  };
  const worthOfWord = (terms: readonly string[]) => Math.max(...terms.map(rarity));

  return {
    ask(question) {
      const terms = uniqueTerms(termsOf(question));
      const isTyping = !/[\s?.!]$/.test(question);
      const wanted = terms.map((term, at) =>
        wantedOf(term, byStart, isTyping && at === terms.length - 1),
      );
      if (wanted.length === 0) return { found: [], isSure: false };
      const asked = bestOfAll(wanted);
      const found = likeliest(coverages(postings, wanted, wanted.map(worthOf)))
        .map(([document, coverage]) => {
          const focus = Math.max(
            0,
            ...document.names.map((name) => focusOf(name, asked, worthOfWord)),
          );
          return { id: document.id, coverage, focus, score: coverage * (0.65 + 0.35 * focus) };
        })
        .toSorted((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
        .slice(0, mostFound);
      return { found, isSure: isSure(found) };
    },
  };
}

type Postings = ReadonlyMap<string, readonly (readonly [Document, number])[]>;

function postingsOf(documents: readonly Document[]): Postings {
  const postings = new Map<string, [Document, number][]>();
  for (const document of documents)
    for (const [term, counts] of document.terms) {
      const all = postings.get(term);
      if (all) all.push([document, counts]);
      else postings.set(term, [[document, counts]]);
    }
  return postings;
}

/** What part of the question each says. */
function coverages(
  postings: Postings,
  wanted: readonly Wanted[],
  worths: readonly number[],
): Map<Document, number> {
  const all = worths.reduce((sum, one) => sum + one, 0);
  const total = new Map<Document, number>();
  for (const [at, one] of wanted.entries()) {
    const best = new Map<Document, number>();
    for (const [term, well] of one)
      for (const [document, counts] of postings.get(term) ?? [])
        best.set(document, Math.max(best.get(document) ?? 0, well * counts));
    const part = (worths[at] ?? 0) / all;
    for (const [document, met] of best)
      total.set(document, (total.get(document) ?? 0) + met * part);
  }
  return total;
}

function likeliest(covered: ReadonlyMap<Document, number>): [Document, number][] {
  return [...covered]
    .filter(([, coverage]) => coverage >= near)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, mostJudged);
}

function isSure([first, second]: readonly Found[]): boolean {
  if (!first) return false;
  const { coverage, focus, score } = first;
  if (coverage < sure.coverage || focus < sure.focus) return false;
  return second === undefined || score - second.score >= sure.ahead * score;
}

function bestOfAll(wanted: readonly Wanted[]): Map<string, number> {
  const best = new Map<string, number>();
  for (const one of wanted)
    for (const [term, well] of one) best.set(term, Math.max(best.get(term) ?? 0, well));
  return best;
}

/** How much of a name is asked for. */
function focusOf(
  name: readonly (readonly string[])[],
  asked: ReadonlyMap<string, number>,
  worthOfWord: (terms: readonly string[]) => number,
): number {
  let all = 0;
  let met = 0;
  for (const terms of name) {
    const worth = worthOfWord(terms);
    all += worth;
    met += worth * Math.max(0, ...terms.map((term) => asked.get(term) ?? 0));
  }
  return all === 0 ? 0 : met / all;
}

export function documentOf({ id, names, texts }: Answerable): Document {
  const terms = new Map<string, number>();
  const add = (words: readonly (readonly string[])[], counts: number) => {
    for (const term of words.flat()) terms.set(term, Math.max(terms.get(term) ?? 0, counts));
  };
  const cutNames = names.map(wordsOf).filter((name) => name.length > 0);
  for (const name of cutNames) add(name, weight.name);
  for (const text of texts) add(wordsOf(text), weight.text);
  return { id, terms, names: cutNames };
}

/** The words of a text, each by all that it may be met by. */
function wordsOf(text: string): string[][] {
  return uniqueTerms(termsOf(text)).map(({ known }) => [...groupsOf(known), ...known]);
}

function wantedOf(
  { word, known }: Term,
  byStart: ReadonlyMap<string, readonly string[]>,
  isBegun: boolean,
): Wanted {
  const wanted = new Map<string, number>();
  const want = (term: string, well: number) =>
    wanted.set(term, Math.max(wanted.get(term) ?? 0, well));
  const plain = bare(word);
  for (const lexeme of known) want(lexeme, quality.same);
  for (const group of groupsOf(known)) want(group, quality.alike);
  for (const term of byStart.get(plain.slice(0, 3)) ?? []) {
    if (isBegun && plain.length >= 3 && term.startsWith(plain)) want(term, quality.begun);
    if (areKin(plain, term)) want(term, quality.kin);
  }
  return wanted;
}

/** Of one root in both languages, or mistyped: most of both is the same beginning. */
function areKin(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < 5) return false;
  let same = 0;
  while (same < shorter && one[same] === other[same]) same += 1;
  return same >= 5 && same >= 0.75 * Math.max(one.length, other.length);
}

function uniqueTerms(terms: readonly Term[]): Term[] {
  return [...new Map(terms.map((term) => [term.known.join(" "), term])).values()];
}
