/** What an import would do, beside what it would refuse. */
export type Forecast = {
  counts: { rows: number; created: number; updated: number; unchanged: number };
  duplicates: number;
  /** The first that would change, each with what. */
  differences: Difference[];
  /** The first rows as they would come in, where it is of tickets. */
  firstRows?: FirstRow[];
};

/** A ticket of a file as a person recognises it, its text shortened. `saidAt` is an instant, ISO. */
export type FirstRow = {
  title: string | null;
  text: string;
  customers: string[];
  requester: string | null;
  saidAt: string | null;
  status: string | null;
  kind: string | null;
};

/** What becomes of a file's columns, by their headings: read as a field of ours, kept as a field, or left out. */
export type ColumnFates = {
  read: { header: string; as: string }[];
  kept: string[];
  left: string[];
};

export type Difference = {
  /** The key, the title or the id of what would change. */
  name: string;
  changes: { field: string; before: string | null; after: string | null }[];
};
