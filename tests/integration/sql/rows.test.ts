import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { db, SAME_EACH_TIME } from "#lib/db.ts";
import { pgRows, verbatim } from "#lib/sql/pg-rows.ts";
import { findRow, listRows, oneRow } from "#lib/sql/rows.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const counted = z.object({ n: z.number() });

beforeAll(useDatabase);

describe("A statement by Prisma", () => {
  it("answers all rows, one at most, or exactly one", async () => {
    expect(await listRows(db(), counted)`SELECT n FROM generate_series(1, ${2}::int) AS n`).toEqual(
      [{ n: 1 }, { n: 2 }],
    );
    expect(await findRow(db(), counted)`SELECT 1 AS n WHERE false`).toBeNull();
    expect(await oneRow(db(), counted)`SELECT 1 AS n`).toEqual({ n: 1 });
  });

  it("fails where one row was asked for and none or two come", async () => {
    await expect(oneRow(db(), counted)`SELECT 1 AS n WHERE false`).rejects.toThrow("No row");
    await expect(findRow(db(), counted)`SELECT n FROM generate_series(1, 2) AS n`).rejects.toThrow(
      "More than one",
    );
  });

  it("fails in tests where the answer is not what its shape says", async () => {
    await expect(listRows(db(), counted)`SELECT 1::bigint AS n`).rejects.toThrow("✖");
    await expect(listRows(db(), counted)`SELECT 1 AS n, 2 AS m`).rejects.toThrow("0.m");
  });

  it("keeps its plan when it is the same each time", async () => {
    await db().$transaction(async (tx) => {
      for (const n of [1, 2]) await oneRow(tx, counted)`${SAME_EACH_TIME} SELECT ${n}::int AS n`;
      const kept = await listRows(tx, z.object({ name: z.string() }))`
        SELECT name FROM pg_prepared_statements WHERE statement LIKE '%same each time%AS n'`;
      expect(kept).toEqual([{ name: expect.stringMatching(/^same \d+$/) }]);
    });
  });
});

describe("A statement by a connection of one's own", () => {
  let client: Client;
  beforeAll(async () => {
    client = new Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
  });
  afterAll(() => client.end());

  it("takes values as values and words as they are", async () => {
    const rows = await pgRows(client, counted)`
      SELECT n FROM generate_series(${1}::int, ${3}::int) AS n ${verbatim("ORDER BY n DESC")} LIMIT ${1}`;
    expect(rows).toEqual([{ n: 3 }]);
  });

  it("fails in tests where the answer is not what its shape says", async () => {
    await expect(pgRows(client, counted)`SELECT '1' AS n`).rejects.toThrow("✖");
  });
});
