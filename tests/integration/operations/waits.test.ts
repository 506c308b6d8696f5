import { Client } from "pg";
import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { allow } from "#lib/waits.ts";
import { databaseDefaults, hasDefaults, keepDefaults } from "#prisma/database-defaults.ts";
import { migrate } from "#prisma/migrate.ts";
import { createTestDatabase, testServer } from "#tests/support/database.ts";
import { useDatabase } from "#tests/support/use-database.ts";

let database: Database;

beforeAll(async () => {
  database = await useDatabase();
});

const limits = async (asks: Pick<Database, "$queryRaw">) => {
  const [row] = await asks.$queryRaw<Record<string, string>[]>`
    SELECT current_setting('lock_timeout') AS lock, current_setting('statement_timeout') AS statement,
      current_setting('idle_in_transaction_session_timeout') AS idle`;
  return row;
};
const everybodys = { lock: "5s", statement: "15s", idle: "1min" };

test("on every connection a lock is awaited for five seconds and a statement takes fifteen at most", async () => {
  expect(await limits(database)).toEqual(everybodys);
});

test("work that is known to be long has longer, for its own transaction and no other", async () => {
  const during = await database.$transaction(async (tx) => {
    await allow(tx, "undoOfImport");
    return limits(tx);
  });
  expect(during).toEqual({ lock: "10min", statement: "10min", idle: "10min" });
  const all = Array.from({ length: 12 }, () => database.$transaction((tx) => limits(tx)));
  expect(new Set((await Promise.all(all)).map((one) => JSON.stringify(one)))).toEqual(
    new Set([JSON.stringify(everybodys)]),
  );
});

test("a start gives them to a database that was copied or restored without them", async () => {
  const url = await createTestDatabase();
  const name = new URL(url).pathname.slice(1);
  const server = await connected(testServer());
  for (const setting of Object.keys(databaseDefaults))
    await server.query(`ALTER DATABASE ${name} RESET ${setting}`);
  await server.end();
  const client = await connected(url);
  expect(await hasDefaults(client)).toBe(false);
  expect(await migrate(url)).toEqual([]);
  expect(await hasDefaults(client)).toBe(true);
  await client.end();
});

test("an account that does not own the database keeps them for itself", async () => {
  const url = new URL(await createTestDatabase());
  const server = await connected(testServer());
  const account = `guest_${url.pathname.slice(1)}`;
  await server.query(`CREATE ROLE ${account} LOGIN PASSWORD 'guest'`);
  for (const setting of Object.keys(databaseDefaults))
    await server.query(`ALTER DATABASE ${url.pathname.slice(1)} RESET ${setting}`);
  await server.end();
  url.username = account;
  url.password = "guest";
  const first = await connected(url.href);
  await keepDefaults(first);
  await first.end();
  const next = await connected(url.href);
  const { rows } = await next.query("SHOW lock_timeout");
  expect(rows).toEqual([{ lock_timeout: "5s" }]);
  expect(await hasDefaults(next)).toBe(true);
  await next.end();
});

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}
