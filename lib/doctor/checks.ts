import "server-only";
import { Client } from "pg";
import { z } from "zod";
import { listBroken } from "#lib/doctor/invariants.ts";
import { countHangingOnNothing } from "#lib/doctor/subjects.ts";
import { givenEnvironment, parseEnvironment } from "#lib/env.ts";
import { pgRows } from "#lib/sql/pg-rows.ts";
import { writtenOnce } from "#prisma/app-account.ts";
import { EditedMigration, findPendingMigrations } from "#prisma/migrate.ts";
import { serverVersion } from "#prisma/server-version.ts";

/**
 * One thing that must be right for Tribune to work. `problem` and `remedy` are keys of the `doctor` messages, with
 * their parameters; null where nothing is wrong.
 */
export type Check = {
  name: CheckName;
  ok: boolean;
  problem: string | null;
  remedy: string | null;
  params: Record<string, string | number>;
};

export type CheckName =
  | "node"
  | "settings"
  | "database"
  | "postgres-version"
  | "migrations"
  | "account"
  | "subjects"
  | "rules";

const OLDEST_NODE = 24;
const OLDEST_POSTGRES = 18;

/** All checks, in the order in which they build on each other. Never throws for what it is there to find. */
export async function runChecks(
  env: Record<string, string | undefined> = givenEnvironment(),
): Promise<Check[]> {
  return [
    checkNode(process.versions.node),
    checkSettings(env),
    ...(await checkDatabase(env.DATABASE_URL)),
  ];
}

export function checkNode(version: string): Check {
  const isNew = Number(version.split(".")[0]) >= OLDEST_NODE;
  return isNew
    ? passed("node", { version })
    : failed("node", "node-old", { version, oldest: OLDEST_NODE });
}

function checkSettings(env: Record<string, string | undefined>): Check {
  const { wrong } = parseEnvironment(env);
  return wrong.length === 0
    ? passed("settings")
    : failed("settings", "settings-wrong", { names: wrong.join(", ") });
}

async function checkDatabase(url: string | undefined): Promise<Check[]> {
  if (!url) return [failed("database", "database-unset")];
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    // All rows of large tables are looked at.
    await client.query("SET statement_timeout = '10min'");
    const version = await serverVersion(client);
    const migrations = await checkMigrations(url);
    const rows = migrations.ok
      ? [await checkAccount(client), await checkSubjects(client), ...(await checkRules(client))]
      : [];
    return [passed("database"), checkPostgres(version), migrations, ...rows];
  } catch (error) {
    return [failed("database", "database-unreachable", { reason: reasonOf(error) })];
  } finally {
    await client.end().catch(() => undefined);
  }
}

export function checkPostgres(version: string): Check {
  const isNew = Number.parseInt(version, 10) >= OLDEST_POSTGRES;
  const name = "postgres-version";
  return isNew
    ? passed(name, { version })
    : failed(name, "postgres-old", { version, oldest: OLDEST_POSTGRES });
}

async function checkMigrations(url: string): Promise<Check> {
  try {
    const pending = await findPendingMigrations(url);
    if (pending.length === 0) return passed("migrations");
    return failed("migrations", "migrations-pending", { names: pending.join(", ") });
  } catch (error) {
    if (!(error instanceof EditedMigration)) throw error;
    return failed("migrations", "migrations-edited", { reason: error.message });
  }
}

const account = z.object({ name: z.string(), isOwner: z.boolean() });

/** Whether the account could change the tables, or what is written once and for all. */
async function checkAccount(client: Client): Promise<Check> {
  const [found] = await pgRows(client, account)`
    SELECT current_user::text AS name, bool_or(pg_has_role(current_user, c.relowner, 'USAGE')
      OR (c.relname = ANY(${Object.keys(writtenOnce)}) AND has_table_privilege(c.oid, 'DELETE, TRUNCATE'))) AS "isOwner"
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`;
  return found?.isOwner
    ? failed("account", "account-owner", { name: found.name })
    : passed("account");
}

async function checkSubjects(client: Client): Promise<Check> {
  const count = await countHangingOnNothing(client);
  return count === 0 ? passed("subjects") : failed("subjects", "subjects-missing", { count });
}

/** One for each rule that rows break, or one for all that they keep. */
async function checkRules(client: Client): Promise<Check[]> {
  const broken = await listBroken(client);
  if (broken.length === 0) return [passed("rules")];
  return broken.map(({ rule, count, ids }) => ({
    ...failed("rules", "rows-broken", { count, ids: ids.join(", ") }),
    problem: `rule.${rule}`,
  }));
}

function passed(name: CheckName, params: Check["params"] = {}): Check {
  return { name, ok: true, problem: null, remedy: null, params };
}

function failed(name: CheckName, key: string, params: Check["params"] = {}): Check {
  return { name, ok: false, problem: `problem.${key}`, remedy: `remedy.${key}`, params };
}

/** The server's code or the first line of the message: never the address, which holds a password. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "?";
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return [code, error.message.split("\n")[0]].filter(Boolean).join(" ");
}
