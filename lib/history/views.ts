export type HistoryEntry = {
  id: string;
  /** An instant, ISO. */
  at: string;
  /** Null: the system. */
  actor: string | null;
  name: string;
  /** Of an undo that stands by itself: what was taken back. */
  undid: string | null;
  /** When and by whom it was taken back, if it was; nobody is the system. */
  undone: { at: string; by: string | null } | null;
  /** Rows concerned. */
  count: number;
  /** Names and values by kind and column: insight, theme, tribe, team, quarter, answer … */
  facts: Record<string, string>;
  /** What of these was otherwise before. */
  was: Record<string, string>;
  /** The columns of the rows it was about that are otherwise since. */
  changed: readonly string[];
};
