import { type Dialect, readRecords } from "#lib/tables/records.ts";
import type { CsvRecord } from "#lib/tables/scanner.ts";
import type { CheckedRow } from "./row-check.ts";
import { createRowSet, type RowSet } from "./row-set.ts";

/**
 * `duplicateRows`: an earlier row has the same identity. `supersededRows`: another row wins over it.
 */
export type Duplicates = { duplicateRows: RowSet; supersededRows: RowSet };

/**
 * Among the rows that bear the same identity the newest update wins, else the later row. Takes the
 * identities that stand more than once, each with a number from 0, and reads the file again for
 * them, since only then is it known which those are. `updatedAt` gives the instant (ms) of a row's update, null for none.
 */
export async function findDuplicates(
  path: string,
  dialect: Dialect,
  repeated: ReadonlyMap<string, number>,
  check: (record: CsvRecord) => CheckedRow,
  updatedAt: (cells: string[]) => number | null,
): Promise<Duplicates> {
  const duplicateRows = createRowSet();
  const supersededRows = createRowSet();
  if (repeated.size === 0) return { duplicateRows, supersededRows };
  // Numbers in arrays of their own: an object for each of a million would take ten times as much.
  const winnerRow = new Uint32Array(repeated.size);
  const winnerUpdate = new Float64Array(repeated.size);
  for await (const { row, record, checked } of numberedRows(path, dialect, check)) {
    const place = checked.kind === "row" ? repeated.get(checked.identity.externalId) : undefined;
    if (place === undefined) continue;
    const update = updatedAt(record.cells) ?? Number.NaN;
    if (winnerRow[place] !== 0) {
      duplicateRows.add(row);
      const loses = (winnerUpdate[place] ?? Number.NaN) > update;
      supersededRows.add(loses ? row : (winnerRow[place] ?? 0));
      if (loses) continue;
    }
    winnerRow[place] = row;
    winnerUpdate[place] = update;
  }
  return { duplicateRows, supersededRows };
}

/** Rows numbered from 1 as everywhere: refused ones count, blank ones and the header do not. */
async function* numberedRows(
  path: string,
  dialect: Dialect,
  check: (record: CsvRecord) => CheckedRow,
) {
  let row = 0;
  let header = true;
  for await (const { records } of readRecords(path, dialect)) {
    for (const record of records) {
      const checked: CheckedRow = header ? { kind: "blank" } : check(record);
      header = false;
      if (checked.kind === "blank") continue;
      row += 1;
      yield { row, record, checked };
    }
  }
}

/** A copy: the piece of text that an engine cuts out keeps the whole chunk around it in memory. */
export function detached(text: string): string {
  return Buffer.from(text).toString();
}
