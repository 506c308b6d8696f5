import { UserError } from "#lib/errors.ts";
import type { RowReason } from "#lib/i18n/sentences.ts";
import { isRowsQuoted, openFile } from "#lib/imports/reading/open-file.ts";
import { headerSignature } from "#lib/tables/header-signature.ts";
import { readRecords } from "#lib/tables/records.ts";
import type { CsvRecord } from "#lib/tables/scanner.ts";

/** A reason is a key of the messages in `importsErrors`; `line` is where the row begins in the file. */
export type RefusedWork = {
  line: number;
  reason: RowReason;
  params: Record<string, string | number>;
};

/** `row` counts from 1, rows that are refused included. */
export type TableRow = { row: number; line: number; cells: string[] };

export type WorkTable = {
  signature: string;
  headers: string[];
  totalBytes: number;
  rows: TableRow[];
  refused: RefusedWork[];
};

/** No company has more themes or initiatives than that; they are read into memory at once. */
const mostRows = 10_000;
const mostBytes = 64 * 1024 * 1024;

/** Reads the whole file. Throws a UserError for what is no table, has no row, or is more than a company's work. */
export async function readTable(path: string): Promise<WorkTable> {
  const opened = await openFile(path, mostBytes);
  if (isRowsQuoted(opened)) throw new UserError("importsErrors.rows-quoted");
  const headers = opened.headers.map((header) => header.replaceAll("\uFEFF", "").trim());
  const rows: TableRow[] = [];
  const refused: RefusedWork[] = [];
  let row = -1;
  for await (const { records } of readRecords(path, opened.dialect)) {
    for (const record of records) {
      if (record.cells.every((cell) => cell.trim() === "")) continue;
      row += 1;
      if (row === 0) continue;
      if (row > mostRows) throw new UserError("importsErrors.work-too-many", { limit: mostRows });
      const fault = faultOf(record, headers);
      if (fault) refused.push({ line: record.line, ...fault });
      else rows.push({ row, line: record.line, cells: record.cells });
    }
  }
  if (rows.length === 0) throw noRow(refused);
  const signature = headerSignature(headers);
  return { signature, headers, totalBytes: opened.totalBytes, rows, refused };
}

/** With where and why of the first, when there are rows. */
function noRow(refused: readonly RefusedWork[]): UserError {
  const [first] = refused;
  if (!first) return new UserError("importsErrors.work-no-rows");
  const { line, reason, params } = first;
  const fault = reason.replace("row-", "");
  return new UserError("importsErrors.work-none-read", {
    ...{ line, fault, found: 0, expected: 0 },
    ...params,
  });
}

function faultOf({ cells, stray }: CsvRecord, headers: string[]): Omit<RefusedWork, "line"> | null {
  if (stray) return { reason: "row-quote", params: {} };
  if (cells.length !== headers.length)
    return { reason: "row-columns", params: { found: cells.length, expected: headers.length } };
  const repeated = headers.every((header, index) => cells[index]?.trim() === header);
  return repeated ? { reason: "row-header", params: {} } : null;
}
