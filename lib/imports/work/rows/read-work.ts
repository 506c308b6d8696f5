import type { WorkMapping } from "#lib/imports/work/columns/work-mapping.ts";
import type { RefusedWork, WorkTable } from "./read-table.ts";
import { cellsReader, type LeftValue, type RowCells } from "./row-cells.ts";
import type { Refusal } from "./work-row.ts";

export type ReadWork<Row> = { rows: Row[]; refused: RefusedWork[]; left: LeftValue[] };

/** The rows of a table by their mapping, those that can't be read apart. */
export function readWork<Row extends { line: number }>(
  { headers, rows, refused }: WorkTable,
  mapping: WorkMapping,
  read: (cells: RowCells) => Row | Refusal,
): ReadWork<Row> {
  const left: LeftValue[] = [];
  const cellsOf = cellsReader(headers, mapping, left);
  const all = rows.map((row) => ({ line: row.line, read: read(cellsOf(row)) }));
  return {
    rows: all.flatMap(({ read }) => ("refused" in read ? [] : [read])),
    refused: [
      ...refused,
      ...all.flatMap(({ line, read }) => ("refused" in read ? [refusalOf(line, read)] : [])),
    ],
    left,
  };
}

export function refusalOf(line: number, { refused, params = {} }: Refusal): RefusedWork {
  return { line, reason: refused, params };
}

/** The columns that are left out though they hold something. */
export function columnsLeft({ headers, rows }: WorkTable, { columns }: WorkMapping): string[] {
  return headers.filter(
    (_, index) =>
      columns[index] === "omit" && rows.some(({ cells }) => (cells[index] ?? "").trim() !== ""),
  );
}

/** Refuses each row that an earlier one of the file stands for already. */
export function twiceRefuser(refused: RefusedWork[]): (line: number, name: string) => boolean {
  const lines = new Map<string, number>();
  return (line, name) => {
    const first = lines.get(name);
    if (first === undefined) {
      lines.set(name, line);
      return false;
    }
    refused.push({ line, reason: "row-work-twice", params: { first } });
    return true;
  };
}
