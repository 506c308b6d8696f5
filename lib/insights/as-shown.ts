import { z } from "zod";

// What a screen showed of each row, by its id: who asks for another has seen what they replace. A row is compared by
// what is replaced alone, so that an answer and a new title don't stand in each other's way.

/** By id; a row that is left out was shown without any. */
export const shown = <Value extends z.ZodType>(value: Value) => z.record(z.uuid(), value);

/**
 * The first row of which something else was shown than there is; undefined where all are as they were seen, or nobody
 * says what was.
 */
export function strangerTo<Row extends { id: string }, Value>(
  was: Readonly<Record<string, Value>> | undefined,
  rows: readonly Row[],
  isAsShown: (row: Row, shown: Value | null) => boolean,
): Row | undefined {
  return was && rows.find((row) => !isAsShown(row, was[row.id] ?? null));
}
