import "server-only";
import { z } from "zod";
import { type Asks, oneRow } from "#lib/sql/rows.ts";

/** How long work that is known to be long may wait for a lock, ask one thing, and take in all (ms). */
type Patience = { lockMs: number; statementMs: number; wholeMs: number };

const minutes = (count: number): Patience => ({
  lockMs: count * 60_000,
  statementMs: count * 60_000,
  wholeMs: count * 60_000,
});

/**
 * What may take longer than the database gives everybody (prisma/database-defaults.ts), none of which a person waits for
 * at a screen, but for the undoing of a whole import. What needs a connection of its own says so there: an export, a
 * restoring, the migrations, the benchmarks.
 */
const longWork = {
  /** A batch waits for those of the same source. */
  import: minutes(2),
  /** What a desk tells takes its turn behind an import into the same source. */
  desk: minutes(2),
  undoOfImport: minutes(10),
  erasure: minutes(2),
} as const satisfies Record<string, Patience>;

export type LongWork = keyof typeof longWork;

/** Where nothing is said: a little more than the longest statement. */
const everybodysMs = 30_000;

/** What a transaction is opened with: how long it may wait for a connection, and take in all. */
export function transactionLimits(work?: LongWork): { timeout: number; maxWait: number } {
  return work
    ? { timeout: longWork[work].wholeMs, maxWait: 15_000 }
    : { timeout: everybodysMs, maxWait: 5_000 };
}

const allowed = z.object({ lock: z.string(), statement: z.string(), idle: z.string() });

/** Gives the transaction the time of that work: for itself only, so that it holds behind a pooler too. */
export async function allow(tx: Asks, work: LongWork): Promise<void> {
  const { lockMs, statementMs, wholeMs } = longWork[work];
  await oneRow(tx, allowed)`
    SELECT set_config('lock_timeout', ${String(lockMs)}, true) AS lock,
      set_config('statement_timeout', ${String(statementMs)}, true) AS statement,
      set_config('idle_in_transaction_session_timeout', ${String(wholeMs)}, true) AS idle`;
}
