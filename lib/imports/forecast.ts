/** What an import would do, beside what it would refuse. */
export type Forecast = {
  counts: { rows: number; created: number; updated: number; unchanged: number };
  duplicates: number;
  /** The first that would change, each with what. */
  differences: Difference[];
};

export type Difference = {
  /** The key, the title or the id of what would change. */
  name: string;
  changes: { field: string; before: string | null; after: string | null }[];
};
