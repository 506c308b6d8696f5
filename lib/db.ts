import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "#lib/generated/prisma/client.ts";

/** A client whose waits all end: for a connection, for a statement, for an idle transaction. */
export function createDatabase(url: string, connections = 10) {
  return new PrismaClient({
    adapter: new PrismaPg({
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: 10_000,
      statement_timeout: 120_000,
      idle_in_transaction_session_timeout: 120_000,
      // Short questions: to start workers, or to compile, costs more than it gains.
      options: "-c max_parallel_workers_per_gather=0 -c jit=off",
    }),
  });
}

export type Database = ReturnType<typeof createDatabase>;
export type Tx = Parameters<Parameters<Database["$transaction"]>[0]>[0];

declare global {
  var tribuneDatabase: Database | undefined;
}

/** The process's one client, made at its first use so that a build needs no database. */
export function db(): Database {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set");
  globalThis.tribuneDatabase ??= createDatabase(url);
  return globalThis.tribuneDatabase;
}
