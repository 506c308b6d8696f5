import type { DateOrder } from "#lib/imports/dates/dates.ts";
import { type ColumnFacts, columnFacts, shortened } from "./column-facts.ts";
import { headerWord, mayBeCreation, plainHeader } from "./header-words.ts";
import type { FileMapping } from "./mapping.ts";
import { type ColumnMeaning, isDateMeaning, isSeveral } from "./meanings.ts";

export type ProposedColumn = {
  header: string;
  samples: string[];
  meaning: ColumnMeaning;
  /** Whether its values tell all rows of the sample apart. */
  unique: boolean;
  /** Set for a column of dates: the order its values tell, or a value that leaves it open. */
  date: { order: DateOrder | null; undecided: boolean; example: string } | null;
};

export type Proposal = {
  columns: ProposedColumn[];
  identity: number[];
  /** The cells of the first rows, shortened. */
  rows: string[][];
  /** Whether its own headers say all of it, so that nobody need be asked. */
  sure: boolean;
  /** Only what Jira's own words leave open is proposed; see propose-beside-jira.ts. */
  ofJira: boolean;
};

type Candidate = { index: number; meaning: ColumnMeaning; score: number };

const rowsShown = 3;

/** What the columns of a file that no known desk wrote may mean, by their headers and by their first values. */
export function proposeMapping(headers: string[], sample: string[][]): Proposal {
  const whole = sample.filter((cells) => cells.length === headers.length);
  const facts = headers.map((_, index) => columnFacts(whole, index));
  const identity = proposeIdentity(headers, facts);
  const meaningOf = assign(
    headers.flatMap((header, index) => candidates(header, index, facts[index])),
  );
  const columns = headers.map((header, index) => {
    const { samples = [], unique = false, date = null } = facts[index] ?? {};
    return {
      header: header.replaceAll("\uFEFF", "").trim(),
      samples,
      meaning: meaningOf.get(index) ?? (isPlumbing(header) ? "omit" : "keep"),
      unique,
      date: date && { order: date.order, undecided: date.undecided, example: date.example },
    };
  });
  fillText(columns, facts, identity.columns);
  const proposed = identity.columns.length > 0 ? identity.columns : titleAndDate(columns, whole);
  const isText = columns.some(({ meaning }, index) => {
    const word = headerWord(headers[index] ?? "");
    return word?.isWhole && word.meaning === meaning && isTextual(meaning);
  });
  const isGuessed = columns.some(
    ({ meaning, header }) => meaning === "created" && mayBeCreation(header),
  );
  const isOpen = columns.some(({ meaning, date }) => isDateMeaning(meaning) && date?.undecided);
  return {
    columns,
    identity: proposed,
    rows: whole.slice(0, rowsShown).map((cells) => cells.map(shortened)),
    sure: identity.sure && isText && !isOpen && !isGuessed,
    ofJira: false,
  };
}

/** The mapping that a proposal is when it is taken as it stands. */
export function asMapping(signature: string, { columns, identity, ofJira }: Proposal): FileMapping {
  const said = { signature, columns: columns.map(({ meaning }) => meaning), identity, dates: {} };
  return ofJira ? { ...said, ofJira } : said;
}

/** What a header suggests counts only where the values can be it. */
function candidates(header: string, index: number, facts: ColumnFacts | undefined): Candidate[] {
  if (!facts || facts.filled === 0 || isPlumbing(header)) return [];
  const word = headerWord(header);
  const score = word?.isWhole ? 3 : 2;
  const found: Candidate[] = [];
  const meaning = word === null || word.meaning === "identity" ? null : word.meaning;
  if (facts.emails >= 0.8) {
    // An address is who asked only where the header says so: a desk names its agents by theirs too.
    if (meaning === "reporter" || meaning === "reporterId")
      found.push({ index, meaning: "reporterId", score: 3 });
  } else if (meaning === "resolved" && fits(meaning, facts) && isClosing(header)) {
    found.push({ index, meaning, score: score - 0.5 });
  } else if (meaning && fits(meaning, facts)) found.push({ index, meaning, score });
  // A person by a number is known by it; there is no name.
  else if (meaning === "reporter" && facts.numbers > 0.8)
    found.push({ index, meaning: "reporterId", score: 1 });
  if (!word && facts.dates >= 0.8 && mayBeCreation(header))
    found.push({ index, meaning: "created", score: 1 });
  if (!meaning && isName(header) && fits("summary", facts))
    found.push({ index, meaning: "summary", score: 1 });
  else if (!meaning && facts.prose >= 0.5 && facts.distinct > facts.filled / 2)
    found.push({ index, meaning: "description", score: facts.length / 100_000 });
  return found;
}

function fits(meaning: ColumnMeaning, facts: ColumnFacts): boolean {
  if (isDateMeaning(meaning)) return facts.dates + facts.epochs >= 0.8;
  if (meaning === "reporterId") return facts.flags < 0.8;
  if (facts.dates >= 0.8 || facts.links >= 0.8) return false;
  if (isTextual(meaning)) return facts.numbers < 0.5 && facts.flags < 0.8;
  if (meaning === "reporter" || meaning === "organisations")
    return facts.numbers < 0.5 && facts.length < 120;
  return facts.length < 60;
}

/** Each meaning goes to the column that suggests it most, then to the first. */
function assign(found: Candidate[]): Map<number, ColumnMeaning> {
  const given = new Map<number, ColumnMeaning>();
  const taken = new Set<ColumnMeaning>();
  for (const { index, meaning, score } of found.sort(
    (a, b) => b.score - a.score || a.index - b.index,
  )) {
    const isFree = !taken.has(meaning) || (isSeveral(meaning) && score >= 2);
    if (given.has(index) || !isFree) continue;
    given.set(index, meaning);
    taken.add(meaning);
  }
  return given;
}

/** A base calls its rows as it likes: its first column of words is the title when no header says so. */
function fillText(columns: ProposedColumn[], facts: ColumnFacts[], identity: number[]): void {
  if (columns.some(({ meaning }) => meaning === "summary")) return;
  const isWords = ({ filled, numbers, codes, dates, emails, links, distinct }: ColumnFacts) =>
    filled > 0 &&
    Math.max(numbers, dates, emails, links) < 0.5 &&
    codes < 0.8 &&
    distinct > Math.min(filled - 1, filled * 0.5);
  const index = columns.findIndex(({ meaning }, at) => {
    const one = facts[at];
    return meaning === "keep" && one && !identity.includes(at) && isWords(one) && one.length < 200;
  });
  const title = columns[index];
  if (title) title.meaning = "summary";
}

function proposeIdentity(
  headers: string[],
  facts: ColumnFacts[],
): { columns: number[]; sure: boolean } {
  const can = (index: number) => {
    const one = facts[index];
    return one?.unique && one.dates < 0.8 && one.flags < 1;
  };
  const named = headers.flatMap((header, index) =>
    headerWord(header)?.meaning === "identity" ? [index] : [],
  );
  const fit = named.filter((index) => can(index));
  // What people say of a ticket before what machines do: "INC0012345", not its 32 hexadecimal figures.
  const [best] = fit.toSorted((a, b) => lengthOf(a) - lengthOf(b));
  // Rows that also name a record they share are parts of it, as a ticket's comments are.
  const isPart = named.some((index) => !can(index) && (facts[index]?.filled ?? 0) > 0);
  if (best !== undefined) return { columns: [best], sure: !isPart };
  // A short number may be a count, of which no two happen to be the same.
  const [other] = facts.flatMap((one, index) =>
    can(index) && one.codes >= 0.95 && one.emails === 0 && (one.numbers < 0.1 || one.length >= 6)
      ? [index]
      : [],
  );
  return { columns: other === undefined ? [] : [other], sure: false };

  function lengthOf(index: number): number {
    return facts[index]?.length ?? 0;
  }
}

/** Rows without a name of their own: a title and the moment it was written, where both tell all rows apart. */
function titleAndDate(columns: ProposedColumn[], sample: string[][]): number[] {
  const title = columns.findIndex(({ meaning }) => meaning === "summary");
  const created = columns.findIndex(({ meaning }) => meaning === "created");
  if (title === -1 || created === -1) return [];
  const rows = sample.map((cells) => `${cells[title]?.trim()}\n${cells[created]?.trim()}`);
  return new Set(rows).size === rows.length ? [title, created] : [];
}

/** A ticket is closed some time after it is resolved. */
function isClosing(header: string): boolean {
  return /clos|ferm|cerrad|fechad|zamkni|schlossen/.test(plainHeader(header));
}

function isTextual(meaning: ColumnMeaning): boolean {
  return meaning === "summary" || meaning === "description";
}

/** How bases call the first column of a row. */
export function isName(header: string): boolean {
  return /^(name|nom|nombre|nome|nazwa|page)$/i.test(header.replace("\uFEFF", "").trim());
}

/** What a connector adds for itself changes with each export. */
function isPlumbing(header: string): boolean {
  return /^_/.test(header.trim());
}
