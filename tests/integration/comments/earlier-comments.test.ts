import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { expect, test } from "vitest";
import { listMigrations, migrationsFolder } from "#prisma/migrations-folder.ts";
import { createTestDatabase } from "#tests/support/database.ts";

test("comments written before subjects keep what they are about, word for word", async () => {
  const client = new Client({ connectionString: await createTestDatabase("template0") });
  await client.connect();
  const apply = (name: string) =>
    client.query(readFileSync(join(migrationsFolder, name, "migration.sql"), "utf8"));
  const names = listMigrations().map(({ name }) => name);
  const moving = names.findIndex((name) => name.endsWith("a_comment_hangs_on_a_subject"));
  for (const name of names.slice(0, moving)) await apply(name);
  await client.query("SET session_replication_role = replica");
  const about = ["insight", "theme", "initiative", "objective"];
  const ids = about.map(() => crypto.randomUUID());
  for (const [index, kind] of about.entries())
    await client.query(
      `INSERT INTO comment (${kind}_id, author_id, body) VALUES ($1, gen_random_uuid(), $2)`,
      [ids[index], `on ${kind}`],
    );
  await client.query("SET session_replication_role = DEFAULT");
  await apply(names[moving] ?? "");
  const { rows } = await client.query(
    "SELECT subject_kind AS kind, subject_id AS id, body FROM comment ORDER BY body",
  );
  await client.end();
  const expected = about.map((kind, index) => ({ kind, id: ids[index], body: `on ${kind}` }));
  expect(rows).toEqual(expected.sort((a, b) => (a.body < b.body ? -1 : 1)));
});
