import { UserError } from "#lib/errors.ts";
import { type Column, planColumns } from "#lib/imports/columns/columns.ts";
import { findKeyColumn } from "#lib/imports/columns/find-key-column.ts";
import { besidesJira, type FileMapping, mappedColumns } from "#lib/imports/columns/mapping.ts";
import { settleOrders } from "#lib/imports/dates/date-orders.ts";
import { type DateOrder, parseDate } from "#lib/imports/dates/dates.ts";
import { wallClock } from "#lib/imports/dates/wall-clock.ts";
import type { Dialect } from "#lib/tables/records.ts";
import type { DateField, TicketField } from "#lib/tickets/ticket.ts";
import { type Duplicates, findDuplicates } from "./duplicates.ts";
import { isRowsQuoted, type OpenedFile, openFile } from "./open-file.ts";
import { type ImportWarning, refuseHopeless, warningsOf } from "./refuse-hopeless.ts";
import { type RefusedRow, rowChecker } from "./row-check.ts";
import { scanRows } from "./scan-rows.ts";
import type { ReadingPlan } from "./ticket-reader.ts";
import type { Tallies } from "./value-tallies.ts";

export type InspectOptions = {
  /** The IANA zone of dates that name none. */
  timeZone: string;
  /** The person's answer for columns whose values leave the order open. */
  dates?: DateOrder;
  /** What the columns mean, where a person said it. */
  mapping?: FileMapping;
  /** The file as recogniseFile opened it. */
  opened?: OpenedFile;
  /** What is known of the file before it is read. */
  told?: readonly ImportWarning[];
  /** The largest file taken, in bytes; left out: any size. */
  maxBytes?: number;
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

/**
 * The first pass over an uploaded file: reads all of it and decides whether it is imported or refused
 * whole. Writes nothing. Throws a UserError that says what is wrong with the file as a whole; rows
 * that are wrong by themselves are listed in `refused`.
 */
export async function inspectFile(path: string, options: InspectOptions): Promise<Inspection> {
  const opened = options.opened ?? (await openFile(path, options.maxBytes));
  const { dialect, totalBytes } = opened;
  const { columns, identity } = planOf(opened, options.mapping);
  const clock = wallClock(options.timeZone);
  const scan = await scanRows(path, dialect, { columns, identity }, (bytes) =>
    options.onProgress?.(bytes, totalBytes),
  );
  refuseHopeless(scan, columns, dialect, identity !== null);
  const said = options.mapping?.dates;
  const { orders, undecided } = settleOrders(scan.dates, options.dates, said);
  const updated = columns.findIndex(({ field }) => field === "updated");
  const { duplicateRows, supersededRows } = await findDuplicates(
    path,
    dialect,
    scan.repeated,
    rowChecker({ columns, identity }),
    (cells) => parseDate(cells[updated] ?? "", orders.updated, clock)?.getTime() ?? null,
  );
  return {
    dialect,
    totalBytes,
    columns,
    identity,
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
    warnings: [
      ...(options.told ?? []),
      ...warningsOf(scan, columns, orders, undecided, {
        bytes: opened.bytes,
        ofJira: identity === null,
        taken: options.mapping?.ofJira
          ? columns.filter(({ index }) => isSaid(options.mapping, index))
          : [],
      }),
    ],
  };
}

/** The columns as a person mapped them, or as their names and values tell of a desk that is known. */
function planOf(opened: OpenedFile, mapping: FileMapping | undefined) {
  const { headers, sample } = opened;
  if (mapping) {
    if (mapping.columns.length !== headers.length) throw new UserError("mapping-other-file");
    if (mapping.ofJira) {
      const own = planColumns(headers, findKeyColumn(headers, sample));
      return { columns: besidesJira(own, mapping), identity: null };
    }
    return { columns: mappedColumns(headers, mapping), identity: mapping.identity };
  }
  const columns = planColumns(headers, findKeyColumn(headers, sample));
  if (columns.some(({ field }) => field === "key" || field === "id"))
    return { columns, identity: null };
  if (isRowsQuoted(opened)) throw new UserError("importsErrors.rows-quoted");
  throw new UserError("importsErrors.no-key", { columns: headers.slice(0, 8).join(", ") });
}

/** Whether somebody, or their words, said of a column what Jira's own words don't. */
function isSaid(mapping: FileMapping | undefined, index: number): boolean {
  const meaning = mapping?.columns[index] ?? "keep";
  return meaning !== "keep" && meaning !== "omit";
}

function presentFields(columns: Column[]): ReadonlySet<TicketField> {
  return new Set(columns.flatMap(({ field }) => field ?? []));
}
