import type { Column } from "#lib/imports/columns/columns.ts";
import { withoutEmptyWord } from "#lib/tables/empty-words.ts";
import type { TicketField } from "#lib/tickets/ticket.ts";
import { detached } from "./duplicates.ts";

export type TalliedField = "projectType" | "projectKey" | "requestType" | "issueType" | "status";
/** How many rows bear each value, most frequent first. */
export type Tallies = Record<TalliedField, Record<string, number>>;

/** Beyond this many values a filter is no list to choose from. */
const mostValues = 200;

/** Counts the values of the columns that a person may filter an import by. */
export function valueTallies(columns: Column[]) {
  const indexOf = (field: TicketField) => columns.findIndex((column) => column.field === field);
  const tally = (field: TicketField) => ({
    index: indexOf(field),
    counts: new Map<string, number>(),
  });
  const fields = {
    projectType: tally("projectType"),
    projectKey: tally("projectKey"),
    requestType: tally("requestType"),
    issueType: tally("issueType"),
    status: tally("status"),
  };
  const all = Object.values(fields).filter(({ index }) => index !== -1);

  function add(cells: string[]): void {
    for (const { index, counts } of all) {
      const value = cells[index] ?? "";
      const count = counts.get(value);
      if (count !== undefined) counts.set(value, count + 1);
      else if (counts.size < mostValues && withoutEmptyWord(value) !== null) {
        counts.set(detached(value), 1);
      }
    }
  }

  function result(): Tallies {
    const sorted = ({ counts }: { counts: Map<string, number> }) =>
      Object.fromEntries([...counts].sort((a, b) => b[1] - a[1]));
    return {
      projectType: sorted(fields.projectType),
      projectKey: sorted(fields.projectKey),
      requestType: sorted(fields.requestType),
      issueType: sorted(fields.issueType),
      status: sorted(fields.status),
    };
  }

  return { add, result };
}
