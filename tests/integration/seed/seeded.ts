import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Client } from "pg";
import { createTestDatabase, TEMPLATE, testServer } from "#tests/support/database.ts";

const seed = fileURLToPath(new URL("../../../prisma/seed.ts", import.meta.url));

/** A database with the sample company of that day (YYYY-MM-DD), made as a start makes it. @returns its address */
export async function newlySeeded(today: string): Promise<string> {
  const url = await createTestDatabase();
  await fill(url, today);
  return url;
}

/** The same, copied: the company of a day is made once for all test files that ask for it. @returns its address */
export async function seededDatabase(today: string): Promise<string> {
  const template = `sample_${today.replaceAll("-", "_")}`;
  const client = new Client({ connectionString: testServer() });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtext($1))", [template]);
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [
      template,
    ]);
    if (rowCount === 0) await make(client, template, today);
  } finally {
    await client.end();
  }
  return await createTestDatabase(template);
}

async function make(client: Client, template: string, today: string): Promise<void> {
  const half = `${template}_half`;
  await client.query(`DROP DATABASE IF EXISTS ${half}`);
  await client.query(`CREATE DATABASE ${half} TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY`);
  const url = new URL(testServer());
  url.pathname = `/${half}`;
  await fill(url.href, today);
  await client.query(`ALTER DATABASE ${half} RENAME TO ${template}`);
}

async function fill(url: string, today: string): Promise<void> {
  const env = { ...process.env, DATABASE_URL: url, TRIBUNE_TODAY: today };
  await promisify(execFile)(process.execPath, ["--conditions=react-server", seed], { env });
}
