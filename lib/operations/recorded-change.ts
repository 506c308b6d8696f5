/** A recorded change: what happened to which row, and which of its columns are known. */
export type Recorded = {
  id: bigint;
  tableName: string;
  rowId: string;
  kind: "insert" | "update" | "delete";
  columns: readonly string[];
};
