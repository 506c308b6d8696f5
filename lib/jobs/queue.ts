import "server-only";
import { PgBoss } from "pg-boss";
import { databaseUrl } from "#lib/env.ts";
import type { Queue } from "#lib/frame/job.ts";

// The queue lives in the same PostgreSQL; several instances share it. What a killed worker held shows no heartbeat
// and is given to another.

/** One of an id waits or is worked on at a time; one that shows no sign of life is given to another. */
const shared = { policy: "exclusive", heartbeatSeconds: 10 } as const;

export async function openQueue(url: string): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    // The migrations make it.
    createSchema: false,
    max: 3,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on("error", (error) => console.error(`queue: ${error.message}`));
  await boss.start();
  return boss;
}

export async function makeQueue(boss: PgBoss, { name, options }: Queue): Promise<void> {
  await boss.createQueue(name, { ...shared, ...options });
}

/** Asks for work on something. */
export async function ask(boss: PgBoss, { name }: Queue, id: string): Promise<void> {
  await boss.send(name, null, { singletonKey: id });
}

declare global {
  var tribuneQueue: Promise<PgBoss> | undefined;
}

/** The same for whoever is not the worker. */
export async function enqueue(queue: Queue, id: string): Promise<void> {
  globalThis.tribuneQueue ??= openQueue(databaseUrl());
  const boss = await globalThis.tribuneQueue;
  await makeQueue(boss, queue);
  await ask(boss, queue, id);
}
