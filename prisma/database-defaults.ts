import { type Client, DatabaseError } from "pg";
import { z } from "zod";
import { pgRows } from "#lib/sql/pg-rows.ts";

/**
 * What holds on every connection to our database, whoever opens it: all waits end, and short questions are asked in the
 * way that suits them (to start workers, or to compile, costs more than it gains; what is not in memory lies on flash,
 * where any page is as near as the next). Kept by the database: a pooler takes none of it when a connection begins.
 */
export const databaseDefaults = {
  lock_timeout: "5s",
  statement_timeout: "15s",
  idle_in_transaction_session_timeout: "1min",
  max_parallel_workers_per_gather: "0",
  jit: "off",
  random_page_cost: "1.1",
} as const;

const kept = z.object({ setting: z.string(), isMine: z.boolean() });

/** Whether the database keeps them all, for everybody or for this account. */
export async function hasDefaults(client: Client): Promise<boolean> {
  const rows = await pgRows(client, kept)`
    SELECT unnest(setconfig) AS setting, setrole <> 0 AS "isMine" FROM pg_db_role_setting
    WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND setrole IN (0, (SELECT oid FROM pg_roles WHERE rolname = current_user))
    ORDER BY "isMine"`;
  // What an account has of its own comes last and wins.
  const known = new Map(rows.map(({ setting }) => pairOf(setting)));
  return Object.entries(databaseDefaults).every(([name, value]) => known.get(name) === value);
}

const namedHere = z.object({ database: z.string(), account: z.string() });

/** Has the database keep them, from the next connection on; an account that doesn't own it keeps them for itself. */
export async function keepDefaults(client: Client): Promise<void> {
  const [named] = await pgRows(client, namedHere)`
    SELECT quote_ident(current_database()) AS database, quote_ident(current_user) AS account`;
  if (!named) return;
  for (const [name, value] of Object.entries(databaseDefaults)) {
    const set = `SET ${name} = '${value}'`;
    try {
      await client.query(`ALTER DATABASE ${named.database} ${set}`);
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code !== "42501") throw error;
      await client.query(`ALTER ROLE ${named.account} IN DATABASE ${named.database} ${set}`);
    }
  }
}

function pairOf(setting: string): [string, string] {
  const at = setting.indexOf("=");
  return [setting.slice(0, at), setting.slice(at + 1)];
}
