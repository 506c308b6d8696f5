/** A week of triage duty, from this one on. */
export type DutyWeek = {
  id: string;
  version: number;
  /** Its Monday, YYYY-MM-DD. */
  week: string;
  /** Null: nobody's. */
  holder: { id: string; name: string } | null;
};
