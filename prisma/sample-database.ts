import { Client } from "pg";
import { z } from "zod";
import { pgRows } from "#lib/sql/pg-rows.ts";
import type { EmbeddedPostgres } from "./embedded.ts";
import { ensureDatabase } from "./embedded.ts";
import { hasTable, migrate } from "./migrate.ts";

/** Says of a database that the sample company is in it. A comment, because it travels with a rename. */
const SAMPLE_MARK = "tribune:sample-company";
const COMPANY = "tribune";
const SCRATCH = "tribune_sample";

const otherSession = z.object({ pid: z.number() });
const databaseMark = z.object({ mark: z.string().nullable() });

export async function hasSample(url: string): Promise<boolean> {
  const [marked] = await inDatabase(
    url,
    (client) => pgRows(client, databaseMark)`
      SELECT shobj_description(oid, 'pg_database') AS mark FROM pg_database WHERE datname = current_database()`,
  );
  return marked?.mark === SAMPLE_MARK;
}

/**
 * Gives an empty embedded server the sample company. It is made in a scratch database, which takes the company's name
 * once it is whole, so that nobody ever sees half of it and a kill leaves nothing behind. A company database that
 * somebody has written to, even meanwhile, stays as it is.
 */
export async function fillWithSample(
  postgres: EmbeddedPostgres,
  seed: (url: string) => Promise<void>,
  say: (line: string) => void,
): Promise<void> {
  const maintenance = postgres.databaseUrl("postgres");
  await reopen(maintenance);
  if (!(await isEmpty(postgres))) return;
  say("Making the sample company …");
  await ask(maintenance, `DROP DATABASE IF EXISTS ${SCRATCH} WITH (FORCE)`);
  await ensureDatabase(postgres, SCRATCH);
  await migrate(postgres.databaseUrl(SCRATCH));
  await seed(postgres.databaseUrl(SCRATCH));
  await ask(maintenance, `COMMENT ON DATABASE ${SCRATCH} IS '${SAMPLE_MARK}'`);
  if (await makeWay(postgres)) {
    await ask(maintenance, `ALTER DATABASE ${SCRATCH} RENAME TO ${COMPANY}`);
  } else {
    await ask(maintenance, `DROP DATABASE ${SCRATCH} WITH (FORCE)`);
    say(
      "Somebody wrote to the database meanwhile: it is kept as it is, without the sample company.",
    );
  }
}

/** Removes the empty company database; false when it is not empty after all. */
async function makeWay(postgres: EmbeddedPostgres): Promise<boolean> {
  const maintenance = postgres.databaseUrl("postgres");
  if (!(await exists(postgres))) return true;
  const inside = new Client({ connectionString: postgres.url });
  await inside.connect();
  try {
    // Newcomers are kept out first; then those inside are looked at, and what they left.
    await ask(maintenance, `ALTER DATABASE ${COMPANY} WITH ALLOW_CONNECTIONS false`);
    const others = await pgRows(inside, otherSession)`
      SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND backend_type = 'client backend'`;
    if (others.length > 0 || !(await holdsNothing(inside))) {
      await reopen(maintenance);
      return false;
    }
  } finally {
    await inside.end();
  }
  await ask(maintenance, `DROP DATABASE ${COMPANY} WITH (FORCE)`);
  return true;
}

async function isEmpty(postgres: EmbeddedPostgres): Promise<boolean> {
  if (!(await exists(postgres))) return true;
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  try {
    return await holdsNothing(client);
  } finally {
    await client.end();
  }
}

/** Every write leaves an operation, so a database without any is as the migrations made it. */
async function holdsNothing(client: Client): Promise<boolean> {
  for (const table of ["operation", "person"]) {
    if (!(await hasTable(client, table))) continue;
    const { rowCount } = await client.query(`SELECT 1 FROM ${table} LIMIT 1`);
    if (rowCount !== 0) return false;
  }
  return true;
}

async function exists(postgres: EmbeddedPostgres): Promise<boolean> {
  const { rowCount } = await ask(
    postgres.databaseUrl("postgres"),
    `SELECT 1 FROM pg_database WHERE datname = '${COMPANY}'`,
  );
  return rowCount === 1;
}

/** Undoes what a kill between closing and renaming left behind. */
async function reopen(maintenance: string): Promise<void> {
  const { rowCount } = await ask(
    maintenance,
    `SELECT 1 FROM pg_database WHERE datname = '${COMPANY}' AND NOT datallowconn`,
  );
  if (rowCount === 1)
    await ask(maintenance, `ALTER DATABASE ${COMPANY} WITH ALLOW_CONNECTIONS true`);
}

function ask(url: string, statement: string) {
  return inDatabase(url, (client) => client.query(statement));
}

async function inDatabase<Answer>(
  url: string,
  work: (client: Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
