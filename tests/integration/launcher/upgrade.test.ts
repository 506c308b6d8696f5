import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { Client } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { runChecks } from "#lib/doctor/checks.ts";
import { findPendingMigrations, migrate } from "#prisma/migrate.ts";
import { listMigrations } from "#prisma/migrations-folder.ts";
import { asApp } from "#tests/support/as-app.ts";
import { createTestDatabase } from "#tests/support/database.ts";

/** The sample company as each release left it, cut to a tenth: a line a row, its table first. */
const releases = [
  { release: "0.1.0", migration: "0010_days_hold_the_other_orders" },
  { release: "0.2.0", migration: "0038_words_of_what_was_merged" },
];

const counted = z.object({ count: z.coerce.number() });

describe.each(releases)("A company of release $release", ({ release, migration }) => {
  let client: Client;
  let url: string;
  const rowsOf = new Map<string, string[]>();

  beforeAll(async () => {
    url = await createTestDatabase("template0");
    const all = listMigrations();
    const upTo = all.findIndex(({ name }) => name === migration) + 1;
    await migrate(url, all.slice(0, upTo));
    client = new Client({ connectionString: url });
    await client.connect();
    for (const line of linesOf(release)) {
      const [table = "", row = ""] = line.split(/\t(.*)/s);
      rowsOf.set(table, [...(rowsOf.get(table) ?? []), row]);
    }
    await bringBack(client, rowsOf);
    return () => client.end();
  }, 120_000);

  it("is upgraded with all its rows, and keeps every rule of today", async () => {
    const names = listMigrations().map(({ name }) => name);
    const pending = await findPendingMigrations(url);
    expect(pending).toEqual(names.slice(names.indexOf(migration) + 1));
    await migrate(url);
    for (const table of ["insight", "ticket", "theme", "initiative", "comment", "sharing"]) {
      const { rows } = await client.query(`SELECT count(*) FROM "${table}"`);
      expect([table, counted.parse(rows[0]).count]).toEqual([
        table,
        rowsOf.get(table)?.length ?? 0,
      ]);
    }
    const checks = await runChecks({ ...process.env, DATABASE_URL: await asApp(url) });
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it("keeps the numbers of its themes, or has them numbered in the order they were made in", async () => {
    const before = z
      .array(z.object({ id: z.string(), number: z.number().optional() }))
      .parse(rowsOf.get("theme")?.map((row) => JSON.parse(row)));
    const { rows } = await client.query("SELECT id, number FROM theme ORDER BY created_at, id");
    const numbered = z.array(z.object({ id: z.string(), number: z.number() })).parse(rows);
    const given = new Map(before.map(({ id, number }) => [id, number]));
    expect(numbered.length).toBe(before.length);
    expect(numbered).toEqual(
      numbered.map(({ id }, at) => ({ id, number: given.get(id) ?? at + 1 })),
    );
    // Whoever numbers them goes on from there; a fixture's rows bring no sequence along.
    const isNumberedNow = before.every(({ number }) => number === undefined);
    const { rows: next } = await client.query("SELECT nextval('theme_number_seq')::int AS next");
    expect(next).toEqual([{ next: isNumberedNow ? numbered.length + 1 : 1 }]);
  });
});

function linesOf(release: string): string[] {
  const path = new URL(`../../fixtures/releases/${release}.jsonl.gz`, import.meta.url);
  return gunzipSync(readFileSync(path)).toString("utf8").split("\n").slice(0, -1);
}

/** As they lay there: what a trigger would do was done. */
async function bringBack(client: Client, rowsOf: ReadonlyMap<string, string[]>): Promise<void> {
  await client.query("SET session_replication_role = replica");
  for (const [table, rows] of rowsOf) {
    const columns = Object.keys(
      z.record(z.string(), z.unknown()).parse(JSON.parse(rows[0] ?? "{}")),
    )
      .map((name) => `"${name}"`)
      .join(", ");
    await client.query(
      `INSERT INTO "${table}" (${columns}) OVERRIDING SYSTEM VALUE
       SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1::json)`,
      [`[${rows.join(",")}]`],
    );
  }
  await client.query("SET session_replication_role = DEFAULT");
}
