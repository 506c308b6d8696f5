import type { Recorded } from "#lib/operations/recorded-change.ts";

// Changes are taken back last first. What follows each other and is alike goes in one statement: 5,000 rows of one act
// are one statement rather than 5,000.

export type Run = {
  table: string;
  kind: Recorded["kind"];
  columns: readonly string[];
  ids: bigint[];
};

/** Runs of changes that one statement can take back: of one table, kind and set of columns, no row twice. */
export function runsOf(changes: readonly Recorded[]): Run[] {
  const runs: { run: Run; rows: Set<string> }[] = [];
  for (const { id, tableName, rowId, kind, columns } of changes) {
    const last = runs.at(-1);
    const goesOn =
      last !== undefined &&
      last.run.table === tableName &&
      last.run.kind === kind &&
      !last.rows.has(rowId) &&
      last.run.columns.join() === columns.join();
    if (goesOn) {
      last.run.ids.push(id);
      last.rows.add(rowId);
    } else
      runs.push({ run: { table: tableName, kind, columns, ids: [id] }, rows: new Set([rowId]) });
  }
  return runs.map(({ run }) => run);
}
