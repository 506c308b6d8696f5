import type { WorkMapping } from "#lib/imports/work/columns/work-mapping.ts";
import type { WorkMeaning } from "#lib/imports/work/columns/work-meanings.ts";
import { withoutEmptyWord } from "#lib/tables/empty-words.ts";
import type { TableRow } from "./read-table.ts";

/** A value that is left out, because it can't be read or names nothing that is here. */
export type LeftValue = { key: string; column: string; value: string; line: number };

/** The cells of one row by what their columns mean; an empty one says nothing. */
export type RowCells = {
  row: number;
  line: number;
  /** The first filled cell of that meaning. */
  one: (meaning: WorkMeaning) => string | null;
  all: (meaning: WorkMeaning) => string[];
  /** The cell read to a value, beside its column's header; what can't be read is noted and left out (undefined). */
  read: <Value>(
    meaning: WorkMeaning,
    to: (cell: string, header: string) => Value | null,
  ) => Value | undefined;
  /** Notes that something in the column of that meaning is left out. */
  leave: (key: string, meaning: WorkMeaning, value: string) => void;
};

/** Reads rows by their mapping; what is left out of them goes to `left`. */
export function cellsReader(
  headers: readonly string[],
  { columns }: Pick<WorkMapping, "columns">,
  left: LeftValue[],
): (row: TableRow) => RowCells {
  const placesOf = (meaning: WorkMeaning) =>
    columns.flatMap((one, index) => (one === meaning ? [index] : []));
  const places = new Map(columns.map((meaning) => [meaning, placesOf(meaning)]));
  const headerOf = (meaning: WorkMeaning) => headers[places.get(meaning)?.[0] ?? -1] ?? "";
  return ({ row, line, cells }) => {
    const all = (meaning: WorkMeaning) =>
      (places.get(meaning) ?? []).flatMap(
        (index) => withoutEmptyWord((cells[index] ?? "").toWellFormed()) ?? [],
      );
    const leave = (key: string, meaning: WorkMeaning, value: string) => {
      left.push({ key, column: headerOf(meaning), value: value.slice(0, 60).toWellFormed(), line });
    };
    return {
      row,
      line,
      one: (meaning) => all(meaning)[0] ?? null,
      all,
      leave,
      read: (meaning, to) => {
        const cell = all(meaning)[0];
        if (cell === undefined) return undefined;
        const value = to(cell, headerOf(meaning));
        if (value === null) leave("work-value-left", meaning, cell);
        return value ?? undefined;
      },
    };
  };
}
