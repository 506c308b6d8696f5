import type { Column } from "#lib/imports/columns/columns.ts";
import { type DateColumn, dateFields, dateTally } from "#lib/imports/dates/date-orders.ts";
import { type Dialect, readRecords } from "#lib/tables/records.ts";
import type { CsvRecord } from "#lib/tables/scanner.ts";
import type { DateField } from "#lib/tickets/ticket.ts";
import { detached } from "./duplicates.ts";
import { type RefusedRow, rowChecker } from "./row-check.ts";
import { createSeen } from "./seen-identities.ts";
import { type Tallies, valueTallies } from "./value-tallies.ts";

export type Scan = {
  rows: number;
  refused: RefusedRow[];
  unkeyed: { line: number; text: string }[];
  unkeyedCount: number;
  /** Rows that are one cell, where the header is several. */
  single: number;
  /** The last row, when the file ends in the middle of it. */
  cut: RefusedRow | null;
  /** Identities that probably stand more than once, numbered from 0. */
  repeated: Map<string, number>;
  dates: Map<DateField, DateColumn>;
  values: Tallies;
};

/** Reads every row of the file once and gathers what decides about it. `onProgress` gets the bytes read. */
export async function scanRows(
  path: string,
  dialect: Dialect,
  { columns, identity }: { columns: Column[]; identity: readonly number[] | null },
  onProgress: (bytes: number) => void,
): Promise<Scan> {
  const check = rowChecker({ columns, identity });
  const seen = createSeen();
  const repeated = new Map<string, number>();
  const refused: RefusedRow[] = [];
  const unkeyed: Scan["unkeyed"] = [];
  const values = valueTallies(columns);
  const dates = dateFields.flatMap((field) => {
    const index = columns.findIndex((column) => column.field === field);
    return index === -1 ? [] : [{ field, index, tally: dateTally() }];
  });
  let rows = 0;
  let unkeyedCount = 0;
  let single = 0;
  let lastRecord: CsvRecord | null = null;
  let header = true;
  for await (const { records, bytes } of readRecords(path, dialect)) {
    for (const record of records) {
      if (header) {
        header = false;
        continue;
      }
      const checked = check(record);
      if (checked.kind === "blank") continue;
      rows += 1;
      lastRecord = record;
      if (checked.kind === "refused") {
        refused.push(checked.refused);
        if (record.cells.length === 1 && columns.length > 1) single += 1;
        if (!checked.keyed) unkeyedCount += 1;
        if (!checked.keyed && unkeyed.length < 3) unkeyed.push(sampleOf(record, dialect));
        continue;
      }
      const { externalId } = checked.identity;
      if (seen(externalId) && !repeated.has(externalId)) {
        repeated.set(detached(externalId), repeated.size);
      }
      for (const { index, tally } of dates) {
        const value = record.cells[index] ?? "";
        if (value !== "") tally.add(value, record.line);
      }
      values.add(record.cells);
    }
    onProgress(bytes);
  }
  const narrow = refused.filter(({ reason }) => reason === "row-columns");
  const cut = narrow.length === 1 && isCut(lastRecord, columns.length) ? (narrow[0] ?? null) : null;
  return {
    rows,
    refused,
    unkeyed,
    unkeyedCount,
    single,
    cut,
    repeated,
    dates: new Map(dates.map(({ field, tally }) => [field, tally.result()])),
    values: values.result(),
  };
}

/** A last row that stops before its last column, with no line end after it, while all others are whole. */
function isCut(last: CsvRecord | null, width: number): boolean {
  return last !== null && !last.ended && last.cells.length < width;
}

function sampleOf({ cells, line }: CsvRecord, { delimiter }: Dialect) {
  const text = cells.join(delimiter).replace(/\s+/g, " ").slice(0, 80).toWellFormed();
  return { line, text };
}
