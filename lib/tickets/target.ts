import type { TicketField } from "#lib/tickets/ticket.ts";

/** Where tickets are written, and what is told of them; without a run where they come by themselves. */
export type Target = {
  sourceId: string;
  runId: string | null;
  present: ReadonlySet<TicketField>;
  /** Names of the raw fields that are told of: one that is empty now is emptied here too. */
  rawNames: string[];
  now: Date;
  /** Whether what changes is kept as it was, so that the run can be undone. */
  keepsBefore?: boolean;
  /** Whether an older state counts too: an import is being undone. */
  takesOlder?: boolean;
};

export type Counts = { created: number; updated: number; unchanged: number };
