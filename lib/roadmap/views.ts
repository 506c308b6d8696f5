/** How the Jira epic of a card stands, as Jira last told it. */
export type CardEpic = {
  readonly key: string;
  /** "no" before it was read for the first time; "failed" where Jira did not give it the last time. */
  readonly read: "yes" | "no" | "failed";
  /** Jira's word. */
  readonly status: string | null;
  readonly done: number;
  readonly total: number;
  /** Days, YYYY-MM-DD. */
  readonly startsOn: string | null;
  readonly dueOn: string | null;
};
