import type { TicketRow } from "#lib/tickets/ticket.ts";

/** What is longer is no name; and an index takes no more than some 2,700 bytes. */
const longestName = 300;

/** A name as long as names are kept. */
export function nameOf(text: string): string {
  return text.length <= longestName ? text : text.slice(0, longestName).toWellFormed().trim();
}

/** Who reported, as requesters are told apart: by the desk's id, or by the name where no id is told. */
export function reporterKeyOf({
  reporterId,
  reporterName,
}: Pick<TicketRow, "reporterId" | "reporterName">): string | null {
  if (reporterId) return `desk:${nameOf(reporterId)}`;
  return reporterName ? `name:${nameOf(reporterName).toLowerCase()}` : null;
}
