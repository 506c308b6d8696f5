import { asMapping } from "#lib/imports/columns/propose-mapping.ts";
import { recogniseFile } from "#lib/imports/columns/recognise-file.ts";
import { wallClock } from "#lib/imports/dates/wall-clock.ts";
import { inspectFile } from "#lib/imports/reading/inspect-file.ts";
import { rowChecker } from "#lib/imports/reading/row-check.ts";
import { ticketReader } from "#lib/imports/reading/ticket-reader.ts";
import { readRecords } from "#lib/tables/records.ts";
import type { TicketRow } from "#lib/tickets/ticket.ts";

/** A file's tickets as an import takes them, each with the cells it was read from. */
export type Table = { headers: string[]; rows: { cells: string[]; ticket: TicketRow }[] };

export async function readTable(path: string): Promise<Table> {
  const { opened, signature, proposal } = await recogniseFile(path);
  const mapping = proposal ? { mapping: asMapping(signature, proposal) } : {};
  const inspection = await inspectFile(path, { timeZone: "UTC", opened, ...mapping });
  const check = rowChecker(inspection);
  const read = ticketReader(inspection, wallClock(inspection.timeZone));
  const rows: Table["rows"] = [];
  let isHeader = true;
  for await (const { records } of readRecords(path, inspection.dialect))
    for (const record of records) {
      const { cells, line } = record;
      const isRow = !isHeader && check(record).kind === "row";
      isHeader = false;
      if (!isRow) continue;
      const place = { row: rows.length + 1, line, duplicate: false, superseded: false };
      rows.push({ cells, ticket: read(cells, place).read() });
    }
  return { headers: opened.headers, rows };
}

/** The cells of a small file, header included. */
export async function readCells(path: string): Promise<string[][]> {
  const { opened } = await recogniseFile(path);
  const rows: string[][] = [];
  for await (const { records } of readRecords(path, opened.dialect))
    for (const { cells } of records) if (cells.some((cell) => cell.trim() !== "")) rows.push(cells);
  return rows;
}
