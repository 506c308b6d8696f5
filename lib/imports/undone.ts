/** What one batch of an undo did, in tickets, and where the next begins among those that the run created. */
export type Undone = {
  deleted: number;
  restored: number;
  /** Have changed since the run. */
  kept: number;
  /** Somebody has worked on their insights since the undo was asked for. */
  stayed: number;
  afterTicketId: string | null;
};
