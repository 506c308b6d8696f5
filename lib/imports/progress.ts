import type { ImportState } from "./schema.ts";

export type ImportProgress = {
  state: ImportState;
  fileBytes: number;
  checkedBytes: number;
  /** The last row written of `rows`, which is known once the file is checked. */
  row: number;
  rows: number | null;
};

/** The check reads what the writing reads again and writes: it takes about this part of the time. */
const checking = 0.1;

/** How much of an import is taken back, 0-1. */
export function undoShare(undo: { total: number; done: number } | null): number {
  return !undo || undo.total === 0 ? 0 : Math.min(1, undo.done / undo.total);
}

/** How much of an import is done, 0-1, from bytes read and rows written; it never falls as an import goes on. */
export function importShare({ state, fileBytes, checkedBytes, row, rows }: ImportProgress): number {
  if (state === "done") return 1;
  const read = fileBytes === 0 ? 0 : Math.min(1, checkedBytes / fileBytes);
  const written = rows === null || rows === 0 ? 0 : Math.min(1, row / rows);
  return checking * read + (1 - checking) * written;
}
