import { Client } from "pg";
import { EmbeddedRefusal } from "./embedded/refusal.ts";
import { type EmbeddedPostgres, ensureDatabase, ensurePostgres } from "./embedded.ts";
import { migrate } from "./migrate.ts";
import { fillWithSample, hasSample } from "./sample-database.ts";

/** The database that Tribune works on, migrated: the one of DATABASE_URL, else `tribune` on the embedded server. */
export type CompanyDatabase = {
  url: string;
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
  /** Fills a database with the sample company; given when an empty embedded database is to get it. */
  seed?: ((url: string) => Promise<void>) | undefined;
  say: (line: string) => void;
};

/** Throws EmbeddedRefusal, EditedMigration or PostgreSQL's own error. */
export async function openCompanyDatabase(options: OpenOptions): Promise<CompanyDatabase> {
  const { externalUrl } = options;
  return externalUrl ? await openExternal(externalUrl) : await openEmbedded(options);
}

const OLDEST_VERSION = 180_000;

async function openExternal(url: string): Promise<CompanyDatabase> {
  await refuseOldServer(url);
  await migrate(url);
  const nothing = async () => {};
  const sample = await hasSample(url);
  return {
    url,
    isEmbedded: false,
    hasSample: sample,
    isRunning: () => true,
    revive: nothing,
    stop: nothing,
  };
}

async function openEmbedded({ dataDir, seed, say }: OpenOptions): Promise<CompanyDatabase> {
  let postgres: EmbeddedPostgres = await ensurePostgres({ dataDir, say });
  try {
    if (seed !== undefined) await fillWithSample(postgres, seed, say);
    await ensureDatabase(postgres, "tribune");
    await migrate(postgres.url);
    const sample = await hasSample(postgres.url);
    return {
      url: postgres.url,
      isEmbedded: true,
      hasSample: sample,
      isRunning: () => postgres.isRunning(),
      revive: async () => {
        const before = postgres;
        postgres = await ensurePostgres({ dataDir, say });
        await before.stop();
      },
      stop: () => postgres.stop(),
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function refuseOldServer(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query(
      "SELECT current_setting('server_version_num')::int AS version",
    );
    if (rows[0].version >= OLDEST_VERSION) return;
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new EmbeddedRefusal(`The database of DATABASE_URL does not answer: ${reason}`);
  } finally {
    await client.end().catch(() => undefined);
  }
  throw new EmbeddedRefusal(
    "Tribune needs PostgreSQL 18 or newer; the server of DATABASE_URL is older.",
  );
}
