import { jsonToKeep } from "#lib/text.ts";
import { ticketColumns } from "#lib/tickets/columns.ts";
import type { TicketRow } from "#lib/tickets/ticket.ts";

/** Rows as they go to the staging table, each ticket once. */
export type StagedRows = {
  rows: number;
  json: string;
  /** Whether any tells what was said on it. */
  isCommented: boolean;
};

/** `arrivedAt` stands in for the date of a ticket that tells none. */
export function stagedRows(rows: readonly TicketRow[], arrivedAt: Date): StagedRows {
  const staged = rows.map((row, position) =>
    Object.fromEntries(
      ticketColumns.map(({ name, of }) => [name, of(row, { position, arrivedAt })]),
    ),
  );
  const isCommented = rows.some(({ comments = [] }) => comments.length > 0);
  return { rows: rows.length, json: jsonToKeep(staged), isCommented };
}
