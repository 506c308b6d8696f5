import type { TicketField } from "#lib/tickets/ticket.ts";
import { planColumns } from "./columns.ts";
import { headerWord } from "./header-words.ts";
import type { ColumnMeaning } from "./meanings.ts";
import { type Proposal, proposeMapping } from "./propose-mapping.ts";

/** What every export of Jira's has under Jira's own words: one that lacks them was written with other headings. */
const always: readonly TicketField[] = ["summary", "created", "updated", "issueType", "status"];

/**
 * What the columns of a file with Jira's keys may mean that Jira's own words don't cover, by the words of all other
 * desks: `keep` for those that are covered or mean nothing. Null where Jira wrote the headings, or nothing is found.
 */
export function proposeBesideJira(
  headers: string[],
  sample: string[][],
  keyIndex: number | null,
): Proposal | null {
  const plan = planColumns(headers, keyIndex);
  const present = new Set(plan.flatMap(({ field }) => field ?? []));
  if (always.every((field) => present.has(field))) return null;
  // A column that is covered has no name here: it can be proposed for nothing.
  const open = plan.map(({ field, header }) => (field === null ? header : ""));
  const proposal = proposeMapping(open, sample);
  const isLeft = (meaning: ColumnMeaning, index: number) =>
    open[index] !== "" &&
    headerWord(open[index] ?? "")?.meaning === meaning &&
    !covers(present, meaning);
  const columns = proposal.columns.map((column, index) => ({
    ...column,
    header: plan[index]?.header ?? column.header,
    meaning: isLeft(column.meaning, index) ? column.meaning : ("keep" as const),
  }));
  const isFound = columns.some(({ meaning }) => always.some((field) => field === meaning));
  return isFound ? { ...proposal, columns, identity: [], sure: true, ofJira: true } : null;
}

function covers(present: ReadonlySet<TicketField>, meaning: ColumnMeaning): boolean {
  if (meaning === "keep" || meaning === "omit") return true;
  if (meaning === "severity") return present.has("severity") || present.has("priority");
  if (meaning === "organisations") return present.has("organisations") || present.has("customers");
  return present.has(meaning);
}
