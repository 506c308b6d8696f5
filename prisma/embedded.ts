import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { enlist, listHolders, withLease } from "#lib/launcher/lease.mjs";
import { initialise } from "./embedded/cluster.ts";
import { keepSecret } from "./embedded/kept-file.ts";
import { choosePlace } from "./embedded/place.ts";
import { findPostmaster, isPostmasterRunning, type Postmaster } from "./embedded/postmaster.ts";
import { EmbeddedRefusal } from "./embedded/refusal.ts";
import { adoptOrStart } from "./embedded/start.ts";

/**
 * The embedded PostgreSQL: a real server that whoever comes first starts, that later ones share, and that the last to
 * leave stops. It is detached: a kill of the process that started it leaves it running for the next one to adopt.
 */
export type EmbeddedPostgres = {
  /** Address of the company's database, `tribune`, which need not exist yet. */
  url: string;
  databaseUrl: (name: string) => string;
  /** Whether the server was already running. */
  adopted: boolean;
  postmasterPid: number;
  isRunning: () => boolean;
  /** Leaves; the last to leave stops the server. Leaving twice is harmless. */
  stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  /** Folder for the data and what goes with them: password, port, log, list of users. */
  dataDir: string;
  /** Settings as `name=value`, used when this call starts the server. */
  settings?: string[];
  /** False for data that may be lost: skips the wait for the disk. */
  durable?: boolean;
  /** Told what a person should know, such as where the data went. */
  say?: (line: string) => void;
};

const THROWAWAY = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/** Throws EmbeddedRefusal, with the remedy, when PostgreSQL can't run here. */
export async function ensurePostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataDir, settings = [], durable = true, say = () => {} } = options;
  const place = choosePlace(dataDir, say);
  const users = join(dataDir, "postgres-users");
  const lock = join(dataDir, "postgres-lock");
  return await withLease(lock, async () => {
    const password = readPassword(dataDir, place.cluster);
    await initialise(place, password, durable);
    const all = durable ? settings : [...THROWAWAY, ...settings];
    const { postmaster, adopted } = await adoptOrStart(place, dataDir, all);
    const leave = enlist(users);
    const databaseUrl = (name: string) =>
      `postgresql://postgres:${password}@127.0.0.1:${postmaster.port}/${encodeURIComponent(name)}`;
    await checkSignIn(databaseUrl("postgres"), place.cluster);
    return {
      url: databaseUrl("tribune"),
      databaseUrl,
      adopted,
      postmasterPid: postmaster.pid,
      isRunning: () => isPostmasterRunning(postmaster),
      stop: () =>
        withLease(lock, async () => {
          leave();
          if (listHolders(users).length === 0) await stopPostmaster(place.cluster);
        }),
    };
  });
}

/** Creates the database unless it is there. Two callers at once are fine. */
export async function ensureDatabase(postgres: EmbeddedPostgres, name: string): Promise<void> {
  const client = new Client({ connectionString: postgres.databaseUrl("postgres") });
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (found.rowCount === 0)
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } catch (error) {
    const duplicate =
      error instanceof Error &&
      "code" in error &&
      (error.code === "42P04" || error.code === "23505");
    if (!duplicate) throw error;
  } finally {
    await client.end();
  }
}

function readPassword(dataDir: string, cluster: string): string {
  const path = join(dataDir, "postgres-password");
  if (!existsSync(path) && existsSync(join(cluster, "PG_VERSION"))) {
    throw new EmbeddedRefusal(
      `The database in ${cluster} is there, but its password (${path}) is not. Put that file back, or move the data away to begin anew.`,
    );
  }
  try {
    return keepSecret(path);
  } catch {
    throw new EmbeddedRefusal(
      `${path} can't be read or written by this user. Start Tribune as the user who made it, or name another folder in TRIBUNE_DATA_DIR.`,
    );
  }
}

async function checkSignIn(url: string, cluster: string): Promise<void> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "28P01") {
      throw new EmbeddedRefusal(
        `The password kept beside ${cluster} is not that of its database. Put the right postgres-password file back.`,
      );
    }
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function stopPostmaster(cluster: string): Promise<void> {
  const found = findPostmaster(cluster);
  if (found === null || "mistakenPid" in found) return;
  // SIGINT: PostgreSQL's fast shutdown. It rolls back what is open and writes everything down.
  signal(found, "SIGINT");
  for (let waited = 0; isPostmasterRunning(found); waited += 1) {
    // After a minute, at once: the next start recovers from the log, as after a power cut.
    if (waited === 2400) signal(found, "SIGQUIT");
    await sleep(25);
  }
}

function signal(postmaster: Postmaster, name: NodeJS.Signals): void {
  if (!isPostmasterRunning(postmaster)) return;
  process.kill(postmaster.pid, name);
}
