import { wallClock } from "#lib/imports/dates/wall-clock.ts";
import { readRecords } from "#lib/tables/records.ts";
import type { TicketRow } from "#lib/tickets/ticket.ts";
import type { Inspection } from "./inspect-file.ts";
import { rowChecker } from "./row-check.ts";
import { ticketReader, type UnreadTicket } from "./ticket-reader.ts";

/** `cursor` is the number of the last row this batch covers: give it as `after` to go on from there. */
export type TicketBatch<Ticket = TicketRow> = {
  tickets: Ticket[];
  cursor: number;
  readBytes: number;
};

type From = { after?: number; batchSize?: number };

/** Characters of a batch: a desk's rows may be a hundred times as long as another's. */
const longestBatch = 4 * 1024 * 1024;

/**
 * The second pass over an inspected file: its tickets in the file's order, without the refused rows, in batches, each
 * told apart and to be read by who needs it. The same file and inspection give the same batches, so that an import that
 * was interrupted goes on where its last stored cursor stands.
 */
export async function* unreadTickets(
  path: string,
  inspection: Inspection,
  { after = 0, batchSize = 1000 }: From = {},
): AsyncGenerator<TicketBatch<UnreadTicket>> {
  const { duplicateRows, supersededRows } = inspection;
  const check = rowChecker(inspection);
  const unread = ticketReader(inspection, wallClock(inspection.timeZone));
  let tickets: UnreadTicket[] = [];
  let length = 0;
  let readBytes = 0;
  let row = 0;
  let header = true;
  for await (const { records, bytes } of readRecords(path, inspection.dialect)) {
    readBytes = bytes;
    for (const record of records) {
      if (header) {
        header = false;
        continue;
      }
      const checked = check(record);
      if (checked.kind === "blank") continue;
      row += 1;
      if (checked.kind === "refused" || row <= after) continue;
      const duplicate = duplicateRows.has(row);
      const superseded = supersededRows.has(row);
      tickets.push(unread(record.cells, { row, line: record.line, duplicate, superseded }));
      for (const cell of record.cells) length += cell.length;
      if (tickets.length < batchSize && length < longestBatch) continue;
      yield { tickets, cursor: row, readBytes };
      tickets = [];
      length = 0;
    }
  }
  if (row > after) yield { tickets, cursor: row, readBytes };
}

/** The same with every row read. */
export async function* readTickets(
  path: string,
  inspection: Inspection,
  from: From = {},
): AsyncGenerator<TicketBatch> {
  for await (const { tickets, ...batch } of unreadTickets(path, inspection, from))
    yield { tickets: tickets.map((ticket) => ticket.read()), ...batch };
}
