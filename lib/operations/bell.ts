import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "pg";
import { databaseUrl } from "#lib/env.ts";
import { outsideRequests } from "#lib/outside-requests.ts";

// Tells whoever listens that an operation is committed. PostgreSQL lets one transaction after the other commit when they
// notify, each with its own wait for the disk, so that none of the acts themselves does. A process that dies in between
// takes its last ids along: lib/live/listen.ts looks for them now and then.

type Bell = { pool: Pool | null; waiting: Set<string>; ringing: Promise<void> | null };

declare global {
  var tribuneBell: Bell | undefined;
}

const gatherMs = 50;
/** As many as one statement tells at once; beyond it listeners find out by themselves. */
const mostWaiting = 10_000;

/** To be called once the operation is committed. The first is told at once, what comes close behind it together. */
export function ring(operationId: string): void {
  globalThis.tribuneBell ??= { pool: null, waiting: new Set(), ringing: null };
  const bell = globalThis.tribuneBell;
  if (bell.waiting.size < mostWaiting) bell.waiting.add(operationId);
  bell.ringing ??= outsideRequests(() => tellAll(bell));
}

/** Tells what waits and ends the connection, before a process leaves. */
export async function stillBell(): Promise<void> {
  const bell = globalThis.tribuneBell;
  globalThis.tribuneBell = undefined;
  await bell?.ringing;
  await bell?.pool?.end();
}

async function tellAll(bell: Bell): Promise<void> {
  while (bell.waiting.size > 0) {
    await tell(bell);
    await sleep(gatherMs);
  }
  bell.ringing = null;
}

/** An act is never undone by its news: what can't be told is left to those who look for it. */
async function tell(bell: Bell): Promise<void> {
  const ids = [...bell.waiting];
  bell.waiting.clear();
  await notify(bell, ids)
    // The connection may have been dead for long: on a new one, once.
    .catch(() => notify(bell, ids))
    .catch((error: unknown) => console.error("bell:", error));
}

/** No wait for the disk: after a crash there is nothing to hear again. */
async function notify(bell: Bell, ids: string[]): Promise<void> {
  bell.pool ??= connection();
  await bell.pool.query(
    "SELECT set_config('synchronous_commit', 'off', true), pg_notify('tribune', id) FROM unnest($1::text[]) AS id",
    [ids],
  );
}

function connection(): Pool {
  const pool = new Pool({
    connectionString: databaseUrl(),
    application_name: "tribune bell",
    max: 1,
    keepAlive: true,
    // Idle, it keeps no process from ending.
    allowExitOnIdle: true,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 3_000,
    query_timeout: 3_000,
  });
  // One that breaks while nothing is told is replaced when something is.
  pool.on("error", () => {});
  return pool;
}
