import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { findPendingMigrations, migrate } from "#prisma/migrate.ts";
import { listMigrations, type Migration } from "#prisma/migrations-folder.ts";
import { planMigration } from "#prisma/write-migration.ts";
import { createTestDatabase } from "#tests/support/database.ts";

/** Migrations beside the real ones, so that the real ones stay applied. */
function later(script: string, checksum = "a"): Migration[] {
  return [...listMigrations(), { name: "9999_later", script, checksum }];
}

async function ask(url: string, statement: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

const laterExists = "SELECT to_regclass('later') IS NOT NULL AS there";

describe("Migrating a database", () => {
  it("does nothing when nothing is pending", async () => {
    const url = await createTestDatabase();
    expect(await findPendingMigrations(url)).toEqual([]);
    expect(await migrate(url)).toEqual([]);
  });

  it("is done once when two start at the same moment", async () => {
    const url = await createTestDatabase();
    const migrations = later("CREATE TABLE later (id int); SELECT pg_sleep(0.2)");
    const applied = await Promise.all([migrate(url, migrations), migrate(url, migrations)]);
    expect(applied.flat()).toEqual(["9999_later"]);
    expect(await ask(url, laterExists)).toEqual([{ there: true }]);
  });

  it("leaves nothing of a migration that fails, and applies it once it is mended", async () => {
    const url = await createTestDatabase();
    const broken = migrate(url, later("CREATE TABLE later (id int); SELECT 1 / 0"));
    await expect(broken).rejects.toThrow("Migration 9999_later: division by zero");
    expect(await ask(url, laterExists)).toEqual([{ there: false }]);
    expect(await migrate(url, later("CREATE TABLE later (id int)", "b"))).toEqual(["9999_later"]);
  });

  it("takes a function with semicolons in its body whole", async () => {
    const url = await createTestDatabase();
    const body =
      "CREATE FUNCTION later_two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; RETURN 2; END $$;";
    await migrate(url, later(body));
    expect(await ask(url, "SELECT later_two() AS one")).toEqual([{ one: 1 }]);
  });

  it("refuses a migration that was changed after it had been applied", async () => {
    const url = await createTestDatabase();
    await migrate(url, later("CREATE TABLE later (id int)", "a"));
    await expect(migrate(url, later("CREATE TABLE later (id bigint)", "b"))).rejects.toThrow(
      /9999_later was changed/,
    );
  });

  it("leads to what prisma/schema says", async () => {
    expect(await planMigration()).toBe("");
  });
});
