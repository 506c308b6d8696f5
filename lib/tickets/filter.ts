import { projectOfKey } from "#lib/tickets/keys.ts";
import type { TicketRow } from "#lib/tickets/ticket.ts";

/** What tickets may be chosen by. */
export const filterFields = ["projectType", "projectKey", "requestType", "issueType"] as const;
type FilterField = (typeof filterFields)[number];
export type TicketFilter = { [field in FilterField]?: string[] | undefined };

/** Tickets that have one of the wanted words in each field named, case aside; without a filter all. */
export function isWanted(row: TicketRow, filter: TicketFilter | undefined): boolean {
  if (!filter) return true;
  return filterFields.every((field) => {
    const wanted = filter[field];
    const value = wanted ? wordOf(row, field) : null;
    return (
      !wanted ||
      (value !== null && wanted.some((word) => word.toLowerCase() === value.toLowerCase()))
    );
  });
}

function wordOf(row: TicketRow, field: FilterField): string | null {
  if (field === "projectKey") return row.projectKey ?? (row.key && projectOfKey(row.key));
  return row[field];
}
