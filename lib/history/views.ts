export type HistoryEntry = {
  id: string;
  /** An instant, ISO. */
  at: string;
  /** Null: the system. */
  actor: string | null;
  name: string;
  /** Of an undo: what was taken back. */
  undid: string | null;
  isUndone: boolean;
  /** Rows concerned. */
  count: number;
  /** Names and codes by kind: insight, theme, tribe, team, quarter, answer … */
  facts: Record<string, string>;
};
