import { join } from "node:path";
import { Client } from "pg";
import { accountOf, equipApp, isLetIn, setPassword } from "./app-account.ts";
import { keepSecret } from "./embedded/kept-file.ts";
import { EmbeddedRefusal } from "./embedded/refusal.ts";
import { type EmbeddedPostgres, ensureDatabase, ensurePostgres } from "./embedded.ts";
import { migrate } from "./migrate.ts";
import { fillWithSample, hasSample } from "./sample-database.ts";
import { serverVersion } from "./server-version.ts";

/** The database that Tribune works on, migrated: the one of DATABASE_URL, else `tribune` on the embedded server. */
export type CompanyDatabase = {
  /** As the app's account. */
  url: string;
  /** As the account that owns the tables; the same where the company gives only one. */
  ownerUrl: string;
  isEmbedded: boolean;
  /** Whether it holds the sample company, whose passwords everybody knows. */
  hasSample: boolean;
  isRunning: () => boolean;
  /** Starts the embedded server again after it died under us. */
  revive: () => Promise<void>;
  stop: () => Promise<void>;
};

export type OpenOptions = {
  dataDir: string;
  externalUrl: string | undefined;
  /** Of the account that owns the tables of that one, where the app is not to be it. */
  externalOwnerUrl?: string | undefined;
  /** Fills a database with the sample company; given when an empty embedded database is to get it. */
  seed?: ((url: string) => Promise<void>) | undefined;
  say: (line: string) => void;
};

/** Throws EmbeddedRefusal, EditedMigration or PostgreSQL's own error. */
export async function openCompanyDatabase(options: OpenOptions): Promise<CompanyDatabase> {
  const { externalUrl, externalOwnerUrl } = options;
  return externalUrl
    ? await openExternal(externalUrl, externalOwnerUrl ?? externalUrl)
    : await openEmbedded(options);
}

const OLDEST_VERSION = 18;

async function openExternal(url: string, ownerUrl: string): Promise<CompanyDatabase> {
  await refuseOldServer(ownerUrl);
  await migrate(ownerUrl);
  if (ownerUrl !== url) await equipApp(ownerUrl, accountOf(url));
  const nothing = async () => {};
  const sample = await hasSample(url);
  return {
    ...{ url, ownerUrl },
    isEmbedded: false,
    hasSample: sample,
    isRunning: () => true,
    revive: nothing,
    stop: nothing,
  };
}

const ATTEMPTS = 3;

/** Begins again when PostgreSQL was killed under it: migrating and seeding leave nothing half done. */
async function openEmbedded(options: OpenOptions): Promise<CompanyDatabase> {
  const { dataDir, say } = options;
  for (let attempt = 1; ; attempt += 1) {
    const postgres = await ensurePostgres({ dataDir, say });
    try {
      return await prepare(postgres, options);
    } catch (error) {
      const isOver = postgres.isRunning() || isInterruption(error) || attempt === ATTEMPTS;
      await postgres.stop();
      if (isOver) throw error;
      say("PostgreSQL has ended; beginning again …");
    }
  }
}

async function prepare(first: EmbeddedPostgres, options: OpenOptions): Promise<CompanyDatabase> {
  const { dataDir, seed, say } = options;
  let postgres = first;
  if (seed !== undefined) await fillWithSample(postgres, seed, say);
  await ensureDatabase(postgres, "tribune");
  await migrate(postgres.url);
  const url = await letAppIn(postgres.url, join(dataDir, "postgres-app-password"));
  return {
    ...{ url, ownerUrl: postgres.url },
    isEmbedded: true,
    hasSample: await hasSample(postgres.url),
    isRunning: () => postgres.isRunning(),
    revive: async () => {
      const before = postgres;
      postgres = await ensurePostgres({ dataDir, say });
      await before.stop();
    },
    stop: () => postgres.stop(),
  };
}

/** The embedded server's account for the app; one whose kept password is not its own any more gets that one. */
async function letAppIn(ownerUrl: string, passwordFile: string): Promise<string> {
  const account = { name: "tribune_app", password: keepSecret(passwordFile) };
  await equipApp(ownerUrl, account);
  const url = new URL(ownerUrl);
  url.username = account.name;
  url.password = account.password;
  if (!(await isLetIn(url.href))) await setPassword(ownerUrl, account);
  return url.href;
}

function isInterruption(error: unknown): boolean {
  return error instanceof Error && error.name === "Interruption";
}

async function refuseOldServer(url: string): Promise<void> {
  const version = await askVersion(url);
  if (Number.parseInt(version, 10) >= OLDEST_VERSION) return;
  throw new EmbeddedRefusal(
    `Tribune needs PostgreSQL ${OLDEST_VERSION} or newer; the server of DATABASE_URL is ${version}.`,
  );
}

async function askVersion(url: string): Promise<string> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return await serverVersion(client);
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new EmbeddedRefusal(`The database of DATABASE_URL does not answer: ${reason}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
