/** What each benchmark is given. */
export type Bench = {
  databaseUrl: string;
  folder: string;
  say: (line: string) => void;
  /** Address of a database with a company of so many insights, made at the first call. */
  companyOf: (rows: number) => Promise<string>;
};
