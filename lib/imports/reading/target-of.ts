import type { Inspection } from "#lib/imports/reading/inspect-file.ts";
import type { Target } from "#lib/tickets/target.ts";
import type { TicketField } from "#lib/tickets/ticket.ts";

/** A date that could not be read and a text with markup stand among the raw fields too, under their column's name. */
const keptAsWritten: readonly TicketField[] = ["created", "updated", "resolved", "description"];

/** Where the rows of a file go. */
export function targetOf(
  run: { id: string; sourceId: string },
  { present, columns }: Inspection,
  now: Date,
): Target {
  const rawNames = columns.flatMap(({ rawName, field, header }) => {
    if (rawName !== null) return [rawName];
    return field !== null && keptAsWritten.includes(field) ? [header] : [];
  });
  return {
    sourceId: run.sourceId,
    runId: run.id,
    present,
    rawNames: [...new Set(rawNames)],
    now,
    keepsBefore: true,
  };
}
