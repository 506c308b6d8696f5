import type { Inspection } from "./inspect-file.ts";
import { readRecords } from "./records.ts";
import { rowChecker } from "./row-check.ts";
import { type TicketRow, ticketReader } from "./ticket-row.ts";
import { wallClock } from "./time-zone.ts";

/** `cursor` is the number of the last row this batch covers: give it as `after` to go on from there. */
export type TicketBatch = { tickets: TicketRow[]; cursor: number; readBytes: number };

/** Characters of a batch: a desk's rows may be a hundred times as long as another's. */
const longestBatch = 4 * 1024 * 1024;

/**
 * The second pass over an inspected file: its tickets in the file's order, without the refused
 * rows, in batches. The same file and inspection give the same batches, so that an import that was
 * interrupted goes on where its last stored cursor stands.
 */
export async function* readTickets(
  path: string,
  inspection: Inspection,
  { after = 0, batchSize = 1000 }: { after?: number; batchSize?: number } = {},
): AsyncGenerator<TicketBatch> {
  const { duplicateRows, supersededRows } = inspection;
  const check = rowChecker(inspection);
  const read = ticketReader(inspection, wallClock(inspection.timeZone));
  let tickets: TicketRow[] = [];
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
      tickets.push(read(record.cells, { row, line: record.line, duplicate, superseded }));
      for (const cell of record.cells) length += cell.length;
      if (tickets.length < batchSize && length < longestBatch) continue;
      yield { tickets, cursor: row, readBytes };
      tickets = [];
      length = 0;
    }
  }
  if (row > after) yield { tickets, cursor: row, readBytes };
}
