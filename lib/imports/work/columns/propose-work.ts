import { columnFacts } from "#lib/imports/columns/column-facts.ts";
import { isName } from "#lib/imports/columns/propose-mapping.ts";
import type { WorkSubject } from "#lib/imports/subjects.ts";
import type { TableRow } from "#lib/imports/work/rows/read-table.ts";
import { workHeaderWord } from "./work-header-words.ts";
import type { WorkMapping } from "./work-mapping.ts";
import { mayRepeat, namesRows, type WorkMeaning } from "./work-meanings.ts";

export type ProposedWorkColumn = { header: string; samples: string[]; meaning: WorkMeaning };

export type WorkProposal = {
  columns: ProposedWorkColumn[];
  /** Whether its headers name the rows by themselves, so that nobody need be asked. */
  sure: boolean;
};

const looked = 1000;

/** What the columns of such a file may mean, by their headers; its first column of words is the title if none says so. */
export function proposeWork(
  subject: WorkSubject,
  headers: readonly string[],
  rows: readonly TableRow[],
): WorkProposal {
  const sample = rows.slice(0, looked).map(({ cells }) => cells);
  const facts = headers.map((_, index) => columnFacts(sample, index));
  const given = assign(subject, headers, (index) => (facts[index]?.filled ?? 0) > 0);
  const meanings = headers.map((_, index) => given.get(index) ?? "omit");
  const sure = namesRows(subject, meanings);
  if (!sure) {
    const words = facts.findIndex(
      ({ filled, numbers, dates, links }, index) =>
        filled > 0 && meanings[index] === "omit" && Math.max(numbers, dates, links) < 0.5,
    );
    if (words >= 0) meanings[words] = "title";
  }
  const columns = headers.map((header, index) => ({
    header,
    samples: facts[index]?.samples ?? [],
    meaning: meanings[index] ?? "omit",
  }));
  return { columns, sure };
}

/** The mapping that a proposal is when it is taken as it stands. */
export function asWorkMapping(
  subject: WorkSubject,
  signature: string,
  { columns }: WorkProposal,
): WorkMapping {
  const meanings = columns.map(({ meaning }) => meaning);
  return { subject, signature, columns: meanings, place: null, quarter: null };
}

/** A header that is the word itself goes before one that only begins with it, then the first before the last. */
function assign(
  subject: WorkSubject,
  headers: readonly string[],
  isFilled: (index: number) => boolean,
): Map<number, WorkMeaning> {
  const found = headers.flatMap((header, index) => {
    const word = isName(header)
      ? { meaning: "title" as const, isWhole: true }
      : workHeaderWord(subject, header);
    return word ? [{ index, ...word, rank: rankOf(word.isWhole, isFilled(index)) }] : [];
  });
  const given = new Map<number, WorkMeaning>();
  const taken = new Set<WorkMeaning>();
  for (const { index, meaning } of found.sort((a, b) => a.rank - b.rank || a.index - b.index)) {
    if (taken.has(meaning) && !mayRepeat(meaning)) continue;
    given.set(index, meaning);
    taken.add(meaning);
  }
  return given;
}

function rankOf(isWhole: boolean, isFilled: boolean): number {
  return (isFilled ? 0 : 2) + (isWhole ? 0 : 1);
}
