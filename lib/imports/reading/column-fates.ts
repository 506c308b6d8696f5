import type { Column } from "#lib/imports/columns/columns.ts";
import type { ColumnFates } from "#lib/imports/forecast.ts";

/** What becomes of each column that has a name, in the order of the file; those of one name are one. */
export function columnFates(columns: readonly Column[]): ColumnFates {
  const named = columns.filter(({ header }) => header !== "");
  const names = (some: Column[]) => [...new Set(some.map(({ header }) => header))];
  const read = named.filter(({ field }) => field !== null);
  const kept = named.filter(({ field, rawName }) => field === null && rawName !== null);
  const left = named.filter(({ field, rawName }) => field === null && rawName === null);
  return {
    read: [
      ...new Map(read.map(({ header, field }) => [header, { header, as: field ?? "" }])).values(),
    ],
    kept: names(kept),
    left: names(left),
  };
}
