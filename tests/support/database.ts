import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { databaseDefaults } from "#prisma/database-defaults.ts";

/** The name of the migrated database that global-setup.ts makes once and every test file copies. */
export const TEMPLATE = "tribune_template";

/** A database of one's own, migrated and empty unless told; answers with its address. It goes with the test server. */
export async function createTestDatabase(template = TEMPLATE): Promise<string> {
  const server = testServer();
  const name = `test_${randomBytes(6).toString("hex")}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
    // A copy takes no defaults along.
    for (const [setting, value] of Object.entries(databaseDefaults))
      await client.query(`ALTER DATABASE ${name} SET ${setting} = '${value}'`);
  } finally {
    await client.end();
  }
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Address of the tests' own PostgreSQL, at its maintenance database. */
export function testServer(): string {
  const url = process.env.TRIBUNE_TEST_SERVER;
  if (!url)
    throw new Error(
      "TRIBUNE_TEST_SERVER is not set: run these tests with npx vitest run --project integration.",
    );
  return url;
}
