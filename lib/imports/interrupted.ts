import "server-only";
import { Client } from "pg";
import { db } from "#lib/db.ts";

// The command line runs its imports itself: when it is killed nobody goes on with them, and the list must not show
// them as running for ever. It holds a lock of its session while it runs; a dead session holds none.

/** Young runs are left alone: theirs may be about to be held. */
const youngMs = 60_000;

/** Says that this process runs the import. @returns what to call when it is over. */
export async function holdRun(runId: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  // Without the lock the import goes on all the same; whether the database is there shows when it writes.
  client.on("error", () => {});
  await client.connect();
  await client.query("SELECT pg_advisory_lock(hashtextextended('import-run:' || $1, 0))", [runId]);
  return () => client.end();
}

/** Marks as stopped what the command line began and nobody runs any more. What was written stays. */
export async function markInterrupted(now: Date): Promise<number> {
  const youngest = new Date(now.getTime() - youngMs);
  return db().$executeRaw`
    UPDATE import_run SET state = 'failed', finished_at = ${now},
      refusal = '{"key": "import-interrupted", "params": {}}'::jsonb
    WHERE id IN (
      SELECT id FROM import_run
      WHERE kind = 'file' AND spool_path IS NULL AND state IN ('queued', 'checking', 'writing') AND created_at < ${youngest})
      AND pg_try_advisory_xact_lock(hashtextextended('import-run:' || id::text, 0))`;
}
