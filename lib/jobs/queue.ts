import { databaseUrl } from "#lib/env.ts";
import "server-only";
import { PgBoss } from "pg-boss";

// The queue lives in the same PostgreSQL; several instances share it. What a killed worker held shows no heartbeat
// and is given to another.

export const importQueue = "import";

export async function openQueue(url: string): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    max: 3,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on("error", (error) => console.error(`queue: ${error.message}`));
  await boss.start();
  await boss.createQueue(importQueue, {
    policy: "exclusive",
    heartbeatSeconds: 10,
    // A kill is no failure of the import: those that are count their tries in worker.ts.
    retryLimit: 1000,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 15,
    expireInSeconds: 12 * 3600,
  });
  return boss;
}

declare global {
  var tribuneQueue: Promise<PgBoss> | undefined;
}

/** Asks for an import to be run. Asking twice for one run is asking once. */
export async function enqueueImport(runId: string): Promise<void> {
  globalThis.tribuneQueue ??= openQueue(databaseUrl());
  await (await globalThis.tribuneQueue).send(importQueue, { runId }, { singletonKey: runId });
}
