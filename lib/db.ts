import { newConnection } from "#lib/connections.ts";
import { databaseUrl, isWebServer } from "#lib/env.ts";
import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "#lib/generated/prisma/client.ts";

/** What the web servers' connections are called, by which the worker sees that people are at work. */
export const WEB = "tribune web";

/** A client whose waits all end: for a connection here, for locks and statements in prisma/database-defaults.ts. */
export function createDatabase(url: string, connections = 10) {
  return new PrismaClient({
    adapter: new PrismaPg(
      {
        connectionString: url,
        application_name: isWebServer() ? WEB : "tribune",
        max: connections,
        connectionTimeoutMillis: 5_000,
        stream: newConnection,
      },
      { statementNameGenerator: ({ sql }) => nameOf(sql) },
    ),
  });
}

export type Database = ReturnType<typeof createDatabase>;
export type Tx = Parameters<Parameters<Database["$transaction"]>[0]>[0];

/** Begins a question that is the same each time: the database keeps its plan, which takes longer than the answer. */
export const SAME_EACH_TIME = Prisma.raw("/* same each time */");

const names = new Map<string, string>();

/** The name under which a connection keeps a question; none for all others, which are many. */
function nameOf(sql: string): string {
  if (!sql.trimStart().startsWith(SAME_EACH_TIME.sql)) return "";
  const name = names.get(sql) ?? `same ${names.size + 1}`;
  names.set(sql, name);
  return name;
}

declare global {
  var tribuneDatabase: Database | undefined;
}

/** The process's one client, made at its first use so that a build needs no database. */
export function db(): Database {
  globalThis.tribuneDatabase ??= createDatabase(databaseUrl());
  return globalThis.tribuneDatabase;
}
