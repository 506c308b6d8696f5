import { databaseUrl } from "#lib/env.ts";
import "server-only";
import { Client } from "pg";
import { db } from "#lib/db.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

// Who runs an import holds a lock of its session meanwhile; a dead session holds none. So the next worker goes on at
// once with those of a killed one, and those of a killed command line, with which nobody goes on, are not shown as
// running for ever.

/** Young runs are left alone: theirs may be about to be held. */
const youngMs = 60_000;

/** For those who only look: they hold it for a moment. */
const patience = "5s";

export type Hold = {
  /** Nobody else runs it: whoever began it is dead. */
  isAlone: boolean;
  /** To be called when it is over. */
  letGo: () => Promise<void>;
};

/** Says that this process runs the import. */
export async function holdRun(runId: string): Promise<Hold> {
  const client = new Client({
    connectionString: databaseUrl(),
    connectionTimeoutMillis: 5_000,
  });
  // Without the lock the import goes on all the same; whether the database is there shows when it writes.
  client.on("error", () => {});
  await client.connect();
  await client.query(`SET lock_timeout = '${patience}'`);
  const isAlone = await client
    .query("SELECT pg_advisory_lock(hashtextextended('import-run:' || $1, 0))", [runId])
    .then(
      () => true,
      () => false,
    );
  return { isAlone, letGo: () => client.end().catch(() => {}) };
}

/** Those among the imports that nobody runs now. */
export async function listUnheld(runIds: string[]): Promise<string[]> {
  if (runIds.length === 0) return [];
  const unheld = await listRows(db(), onlyId)`
    SELECT id FROM unnest(${runIds}::text[]) AS id
    WHERE pg_try_advisory_xact_lock(hashtextextended('import-run:' || id, 0))`;
  return unheld.map(({ id }) => id);
}

/** Marks as stopped what the command line began and nobody runs any more. What was written stays. */
export async function markInterrupted(now: Date): Promise<number> {
  const youngest = new Date(now.getTime() - youngMs);
  return db().$executeRaw`
    UPDATE import_run SET state = 'failed', finished_at = ${now},
      refusal = '{"key": "import-interrupted", "params": {}}'::jsonb
    WHERE id IN (
      SELECT id FROM import_run
      WHERE kind = 'file' AND upload_id IS NULL AND spool_path IS NULL AND state IN ('queued', 'checking', 'writing') AND created_at < ${youngest})
      AND pg_try_advisory_xact_lock(hashtextextended('import-run:' || id::text, 0))`;
}
