import { stat } from "node:fs/promises";
import { UserError } from "#lib/errors.ts";
import { type Column, planColumns } from "./columns.ts";
import { settleOrders } from "./date-orders.ts";
import { type DateOrder, parseDate } from "./dates.ts";
import { detectDialect, isQuotedWhole } from "./dialect.ts";
import { type Duplicates, findDuplicates } from "./duplicates.ts";
import { detectEncoding } from "./encoding.ts";
import { findKeyColumn } from "./find-key-column.ts";
import type { Field } from "./header-names.ts";
import { type Dialect, readRecords } from "./records.ts";
import { type RefusedRow, rowChecker } from "./row-check.ts";
import { scanRows } from "./scan-rows.ts";
import type { DateField, ReadingPlan } from "./ticket-row.ts";
import { wallClock } from "./time-zone.ts";
import { tooLarge } from "./too-large.ts";
import type { Tallies } from "./value-tallies.ts";
import { type ImportWarning, refuseHopeless, warningsOf } from "./verdict.ts";

export type InspectOptions = {
  /** The IANA zone of dates that name none. */
  timeZone: string;
  /** The person's answer for columns whose values leave the order open. */
  dates?: DateOrder;
  /** The largest file taken, in bytes. */
  maxBytes: number;
  onProgress?: (readBytes: number, totalBytes: number) => void;
};

export type Inspection = ReadingPlan &
  Duplicates & {
    dialect: Dialect;
    totalBytes: number;
    /** Date columns whose order nobody has said; `dateOrders` holds what is taken until then. */
    undecided: DateField[];
    /** For each of these its column's name and a value that may be read either way. */
    openDates: { column: string; example: string }[];
    /** Rows after the header, refused ones included. */
    rows: number;
    refused: RefusedRow[];
    /** Rows that an earlier row of the file shares its identity with. */
    duplicates: number;
    /** How often each value stands in the columns that a person may filter by. */
    values: Tallies;
    warnings: ImportWarning[];
  };

const sampleRows = 1000;

/**
 * The first pass over a spooled file: reads all of it and decides whether it is imported or refused
 * whole. Writes nothing. Throws a UserError that says what is wrong with the file as a whole; rows
 * that are wrong by themselves are listed in `refused`.
 */
export async function inspectFile(path: string, options: InspectOptions): Promise<Inspection> {
  const totalBytes = await checkedSize(path, options.maxBytes);
  const clock = wallClock(options.timeZone);
  const detected = await detectEncoding(path);
  const dialect = await detectDialect(path, detected);
  const columns = await readColumns(path, dialect);
  const scan = await scanRows(path, dialect, columns, (bytes) =>
    options.onProgress?.(bytes, totalBytes),
  );
  refuseHopeless(scan, columns, dialect);
  const { orders, undecided } = settleOrders(scan.dates, options.dates);
  const updated = columns.findIndex(({ field }) => field === "updated");
  const { duplicateRows, supersededRows } = await findDuplicates(
    path,
    dialect,
    scan.repeated,
    rowChecker(columns),
    (cells) => parseDate(cells[updated] ?? "", orders.updated, clock)?.getTime() ?? null,
  );
  return {
    dialect,
    totalBytes,
    columns,
    present: presentFields(columns),
    timeZone: options.timeZone,
    dateOrders: orders,
    undecided,
    openDates: undecided.map((field) => ({
      column: columns.find((column) => column.field === field)?.header ?? field,
      example: scan.dates.get(field)?.example ?? "",
    })),
    rows: scan.rows,
    refused: scan.refused,
    duplicates: duplicateRows.count(),
    duplicateRows,
    supersededRows,
    values: scan.values,
    warnings: warningsOf(scan, columns, orders, undecided, detected.mixed),
  };
}

async function checkedSize(path: string, maxBytes: number): Promise<number> {
  const { size } = await stat(path);
  if (size === 0) throw new UserError("importsErrors.empty");
  if (size > maxBytes) throw tooLarge(size, maxBytes);
  return size;
}

/** Reads the header, and as many rows as it takes to find keys in a column that is not named so. */
async function readColumns(path: string, dialect: Dialect): Promise<Column[]> {
  const sample: string[][] = [];
  for await (const { records } of readRecords(path, dialect)) {
    for (const { cells } of records) sample.push(cells);
    if (sample.length > sampleRows) break;
  }
  const [headers = [], ...rows] = sample;
  if (rows.length === 0) throw new UserError("importsErrors.no-rows");
  const columns = planColumns(headers, findKeyColumn(headers, rows));
  if (columns.some(({ field }) => field === "key" || field === "id")) return columns;
  if (rows.every((cells) => isQuotedWhole(cells, 0) || cells.length === 1) && headers.length > 1) {
    throw new UserError("importsErrors.rows-quoted");
  }
  throw new UserError("importsErrors.no-key", { columns: headers.slice(0, 8).join(", ") });
}

function presentFields(columns: Column[]): ReadonlySet<Field> {
  return new Set(columns.flatMap(({ field }) => field ?? []));
}
