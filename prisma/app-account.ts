import { Client, DatabaseError, escapeIdentifier, escapeLiteral } from "pg";
import { z } from "zod";
import { pgRows } from "#lib/sql/pg-rows.ts";
import { MIGRATION_LOCK } from "./migrate.ts";

/** The account that the app runs as: not the one that owns the tables. */
export type AppAccount = { name: string; password: string };

/**
 * What is written once and for all, with the columns whose texts an erasure may blank (the database's triggers see to
 * the rest): nobody at work changes or deletes such a row.
 */
export const writtenOnce: Readonly<Record<string, readonly string[]>> = {
  operation: ["params", "result"],
  change: ["before", "after"],
  operation_undo: [],
  rice_version: ["reason"],
  check_in: ["note"],
  roadmap_picture: ["picture", "note"],
};

/**
 * Gives the app's account what it needs and no more, in a database that is migrated: rows to read and write, of the
 * record to add to; the schema of the queue for its own; and databases of its own, to try backups in. No table of ours
 * is its to change. Made where there is none; to be called by the owner, again after each migration.
 * @returns whether there was anything to do
 */
export async function equipApp(ownerUrl: string, { name, password }: AppAccount): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    if (await isEquipped(client, name)) return false;
    await client.query("BEGIN; SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0");
    await client.query("SELECT pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
    await makeAccount(client, { name, password });
    for (const statement of await grantsFor(client, escapeIdentifier(name)))
      await client.query(statement);
    await giveQueue(client, name);
    await client.query("COMMIT");
    return true;
  } finally {
    await client.end();
  }
}

const yesOrNo = z.object({ is: z.boolean() });
const named = z.object({ name: z.string() });

/** Whether it has it all; another release's tables may be more, or its record longer. */
async function isEquipped(client: Client, name: string): Promise<boolean> {
  if (!(await hasAccount(client, name))) return false;
  const once = Object.keys(writtenOnce);
  const [found] = await pgRows(client, yesOrNo)`
    SELECT bool_and(has_table_privilege(${name}, c.oid, 'SELECT')
      AND has_table_privilege(${name}, c.oid, 'INSERT') = (c.relname <> '_prisma_migrations')
      AND has_table_privilege(${name}, c.oid, 'DELETE') = (c.relname <> ALL(${once}) AND c.relname <> '_prisma_migrations'))
      AND (SELECT pg_get_userbyid(nspowner) = ${name} FROM pg_namespace WHERE nspname = 'pgboss') AS is
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`;
  return found?.is === true;
}

async function hasAccount(client: Client, name: string): Promise<boolean> {
  const [found] = await pgRows(client, yesOrNo)`
    SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ${name}) AS is`;
  return found?.is === true;
}

/** The one that an address names. */
export function accountOf(url: string): AppAccount {
  const { username, password } = new URL(url);
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
}

/** Whether the account that an address names has the password that stands there. */
export async function isLetIn(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === "28P01") return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function setPassword(ownerUrl: string, { name, password }: AppAccount): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`ALTER ROLE ${escapeIdentifier(name)} PASSWORD ${escapeLiteral(password)}`);
  } finally {
    await client.end();
  }
}

async function makeAccount(client: Client, { name, password }: AppAccount): Promise<void> {
  if (await hasAccount(client, name)) return;
  await client.query(
    `CREATE ROLE ${escapeIdentifier(name)} LOGIN CREATEDB PASSWORD ${escapeLiteral(password)}`,
  );
}

async function grantsFor(client: Client, account: string): Promise<string[]> {
  const [here] = await pgRows(client, named)`SELECT quote_ident(current_database()) AS name`;
  return [
    `GRANT CONNECT, TEMPORARY ON DATABASE ${here?.name} TO ${account}`,
    `GRANT USAGE ON SCHEMA public TO ${account}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${account}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${account}`,
    `REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${account}`,
    ...Object.entries(writtenOnce).flatMap(([table, texts]) => [
      `REVOKE UPDATE, DELETE ON ${table} FROM ${account}`,
      ...(texts.length > 0 ? [`GRANT UPDATE (${texts.join(", ")}) ON ${table} TO ${account}`] : []),
    ]),
  ];
}

/** A queue that another account made is made anew: what waits is found again from the rows that wait. */
async function giveQueue(client: Client, name: string): Promise<void> {
  const [found] = await pgRows(client, yesOrNo)`
    SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'pgboss' AND pg_get_userbyid(nspowner) = ${name}) AS is`;
  if (found?.is) return;
  await client.query("DROP SCHEMA IF EXISTS pgboss CASCADE");
  await client.query(`CREATE SCHEMA pgboss AUTHORIZATION ${escapeIdentifier(name)}`);
}
