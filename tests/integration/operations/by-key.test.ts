import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Database } from "#lib/db.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { newCall, type Write, write } from "#lib/operations/write.ts";
import { oneRow } from "#lib/sql/rows.ts";
import { themeOps } from "#lib/themes/noun.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let themes: string[];

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  await database.$executeRaw`
    INSERT INTO theme (title, tribe_id) SELECT 'Theme ' || n, ${cast.id.pla}::uuid FROM generate_series(1, 20000) AS n`;
  await database.$executeRaw`ANALYZE theme`;
  const some = await database.theme.findMany({ take: 60, select: { id: true } });
  themes = some.map(({ id }) => id);
});

const scanned = z.object({ wholly: z.boolean(), byKey: z.boolean() });

/** Whether this transaction has read all the table, or by an index. */
const scansOf = (w: Write) => oneRow(w.tx, scanned)`
  SELECT seq_scan > 0 AS wholly, idx_scan > 0 AS "byKey"
  FROM pg_stat_xact_user_tables WHERE relname = 'theme'`;

const act = (work: (w: Write) => Promise<unknown>, call = newCall(now)) =>
  write(cast.louis, call, { operation: themeOps.edited }, async (w) => {
    await work(w);
    return scansOf(w);
  });

test("an edit of some rows among many finds them by their key", async () => {
  const scans = await act((w) => w.update("theme", themes.slice(0, 50), { description: "Plus." }));
  expect(scans).toEqual({ wholly: false, byKey: true });
});

test("so does an edit of a row in its version, and what leaves", async () => {
  const [kept = "", ...leaving] = themes.slice(50);
  const scans = await act(async (w) => {
    await w.update("theme", [kept], { title: "Renommé" }, 1);
    await w.remove("theme", leaving);
  });
  expect(scans).toEqual({ wholly: false, byKey: true });
});

test("a setting is found by its name, and taken back", async () => {
  const id = "text-of-a-test";
  await database.setting.create({ data: { id, value: 1 } });
  const call = newCall(now);
  await act((w) => w.update("setting", [id], { value: 2 }, 1), call);
  expect(await database.setting.findUnique({ where: { id } })).toMatchObject({ value: 2 });
  await undoOperation(cast.louis, { operationId: call.operationId }, newCall(now));
  expect(await database.setting.findUnique({ where: { id } })).toMatchObject({ value: 1 });
});
