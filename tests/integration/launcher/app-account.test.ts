import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it, test } from "vitest";
import { db } from "#lib/db.ts";
import { runChecks } from "#lib/doctor/checks.ts";
import { openQueue } from "#lib/jobs/queue.ts";
import { writtenOnce } from "#prisma/app-account.ts";
import { asApp } from "#tests/support/as-app.ts";
import { castOn } from "#tests/support/cast.ts";
import { createTestDatabase } from "#tests/support/database.ts";
import { sql } from "../export/databases.ts";

let owner: string;
let client: Client;

beforeAll(async () => {
  owner = await createTestDatabase();
  process.env.DATABASE_URL = await asApp(owner);
  await castOn(db());
  await db().operation.create({
    data: {
      id: randomUUID(),
      name: "theme.edited",
      actorKind: "system",
      at: new Date(),
      params: {},
      visibility: "all",
    },
  });
  client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
});

afterAll(() => client?.end());

const denied = { code: "42501" };

test.each([
  "DROP TABLE insight",
  "ALTER TABLE insight ADD COLUMN x int",
  "ALTER TABLE change DISABLE TRIGGER change_append_only",
  "ALTER TABLE person DISABLE TRIGGER ALL",
  "DROP TRIGGER change_append_only ON change",
  "CREATE OR REPLACE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
  "CREATE TABLE mine (id int)",
  "CREATE FUNCTION mine() RETURNS int LANGUAGE sql RETURN 1",
  "CREATE SCHEMA mine",
  "SET session_replication_role = replica",
  "TRUNCATE insight CASCADE",
  "DELETE FROM _prisma_migrations",
  "UPDATE _prisma_migrations SET checksum = ''",
  "UPDATE operation SET name = 'x'",
  "UPDATE operation SET actor_id = NULL",
  "UPDATE change SET version_after = 1",
  "CREATE ROLE mine SUPERUSER",
  "COPY insight TO PROGRAM 'cat'",
  "SELECT setval('change_id_seq', 1)",
])("the app may not: %s", async (statement) => {
  await expect(client.query(statement)).rejects.toMatchObject(denied);
});

test.each(Object.keys(writtenOnce))("of %s it takes no row away", async (table) => {
  await expect(client.query(`DELETE FROM ${table}`)).rejects.toMatchObject(denied);
  await expect(client.query(`TRUNCATE ${table} CASCADE`)).rejects.toMatchObject(denied);
});

test("the texts that an erasure blanks stay the triggers' to refuse", async () => {
  await expect(client.query("UPDATE operation SET params = '{\"x\": 1}'")).rejects.toThrow(
    "append-only",
  );
});

it("has the queue for its own", async () => {
  const boss = await openQueue(process.env.DATABASE_URL ?? "");
  await boss.createQueue("tried");
  await boss.send("tried", {});
  await boss.stop({ graceful: false });
  expect(await sql(owner, "SELECT 1 FROM pgboss.job WHERE name = 'tried'")).toHaveLength(1);
});

test("a queue that the owner made before is made anew for it", async () => {
  const before = await createTestDatabase();
  await sql(before, "DROP SCHEMA pgboss; CREATE SCHEMA pgboss; CREATE TABLE pgboss.job (id int)");
  const boss = await openQueue(await asApp(before));
  await boss.stop({ graceful: false });
});

test("what a later release adds is its to use as well", async () => {
  await sql(owner, "CREATE TABLE later (id int)");
  await expect(client.query("INSERT INTO later VALUES (1)")).rejects.toMatchObject(denied);
  await asApp(owner);
  await client.query("INSERT INTO later VALUES (1)");
  await sql(owner, "DROP TABLE later");
});

test("the doctor says when it is the owner after all", async () => {
  const account = async (url: string) =>
    (await runChecks({ ...process.env, DATABASE_URL: url })).find(({ name }) => name === "account");
  expect(await account(process.env.DATABASE_URL ?? "")).toMatchObject({ ok: true });
  expect(await account(owner)).toMatchObject({ ok: false, problem: "problem.account-owner" });
});
