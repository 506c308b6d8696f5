import { Client } from "pg";
import { beforeAll, expect, test } from "vitest";
import { writeComment } from "#lib/comments/writes.ts";
import type { Database } from "#lib/db.ts";
import { runChecks } from "#lib/doctor/checks.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { subjects } from "#lib/nouns.server.ts";
import { newCall } from "#lib/operations/write.ts";
import { createTheme } from "#lib/themes/writes/themes.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

const doctorSays = async () => (await runChecks()).find(({ name }) => name === "subjects");

test("what has comments is kept, though it was made by mistake", async () => {
  const making = newCall(now);
  const theme = { title: "Doublon", description: "", tribeId: cast.id.pla, teamId: null };
  const { id } = await createTheme(cast.louis, { ...theme, insightIds: [] }, making);
  await writeComment(cast.yanis, { on: "theme", id, body: "Je l'ai vu aussi" }, newCall(now));
  await expect(
    undoOperation(cast.louis, { operationId: making.operationId }, newCall(now)),
  ).rejects.toMatchObject({ key: "undo-changed-since" });
  await expect(database.theme.delete({ where: { id } })).rejects.toThrow("Foreign key constraint");
});

test("every kind that may be commented keeps its commented rows", async () => {
  const found = await database.$queryRaw<{ table: string }[]>`
    SELECT tgrelid::regclass::text AS "table" FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE p.proname = 'keep_commented' ORDER BY 1`;
  // Nothing is said about objectives any more; some was.
  const declared = [...subjects.values()]
    .filter(({ comment, table }) => comment !== null || table === "objective")
    .map(({ table }) => table)
    .sort();
  expect(found.map(({ table }) => table)).toEqual(declared);
});

test("nothing is said on a kind that no noun lets people comment on", async () => {
  for (const on of ["objective", "roadmap_item", "nothing"])
    await expect(
      writeComment(cast.louis, { on, id: crypto.randomUUID(), body: "?" }, newCall(now)),
    ).rejects.toMatchObject({ key: "not-found" });
});

test("the doctor finds comments whose thing is gone or of no known kind", async () => {
  expect(await doctorSays()).toMatchObject({ ok: true });
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  for (const kind of ["theme", "unicorn"])
    await client.query(
      "INSERT INTO comment (subject_kind, subject_id, author_id, body) VALUES ($1, gen_random_uuid(), $2, 'lost')",
      [kind, cast.louis.id],
    );
  await client.end();
  expect(await doctorSays()).toMatchObject({ ok: false, params: { count: 2 } });
});
