import { beforeAll, expect, test } from "vitest";
import { system } from "#lib/auth/actor.ts";
import { now } from "#lib/clock.ts";
import type { Database } from "#lib/db.ts";
import { carryOutImport } from "#lib/imports/writes/carry-out-import.ts";
import { newCall, write } from "#lib/operations/write.ts";
import { themeOps } from "#lib/themes/noun.ts";
import { castOn } from "#tests/support/cast.ts";
import { paris } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { fileOf, monday } from "../importing.ts";
import { accept, bring, counts, reasons } from "./bringing.ts";

let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

const rows = (count: number) =>
  Array.from({ length: count }, (_, row) => `T-${row + 1},Problem ${row + 1},Dispatch`);

test("an import that stops in the middle keeps its batches, and goes on without doubling any", async () => {
  const asking = await bring(cast.ines, "themes", await fileOf("Id,Theme,Team", ...rows(700)));
  await database.$executeRaw`
    CREATE FUNCTION stop_at() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF NEW.title = 'Problem 400' THEN RAISE EXCEPTION 'stopped'; END IF; RETURN NEW; END $$`;
  await database.$executeRaw`
    CREATE TRIGGER stop_at BEFORE INSERT ON theme FOR EACH ROW EXECUTE FUNCTION stop_at()`;
  await expect(accept(cast.ines, asking)).rejects.toThrow("stopped");
  const stopped = await database.importRun.findUniqueOrThrow({ where: { id: asking.id } });
  expect(stopped).toMatchObject({ state: "writing", cursorRow: 250, created: 250 });
  expect(await database.theme.count()).toBe(250);
  await database.$executeRaw`DROP TRIGGER stop_at ON theme`;
  await carryOutImport(asking.id, { now, timeZone: paris });
  const done = await database.importRun.findUniqueOrThrow({ where: { id: asking.id } });
  expect(done).toMatchObject({ state: "done", cursorRow: 700, created: 700, rowsTotal: 700 });
  expect(await database.theme.count()).toBe(700);
});

test("two imports of one file at the same time make each theme once", async () => {
  const path = await fileOf(
    "Theme,Team",
    ...rows(300).map((row) => row.replace(/^T-\d+,/, "At once: ")),
  );
  const [one, other] = [
    await bring(cast.ines, "themes", path, { source: "Twice" }),
    await bring(cast.ines, "themes", path, { source: "Twice" }),
  ];
  const before = await database.theme.count();
  const done = await Promise.all([accept(cast.ines, one), accept(cast.ines, other)]);
  expect(done.map(({ state }) => state)).toEqual(["done", "done"]);
  expect(done.reduce((sum, { created }) => sum + created, 0)).toBe(300);
  expect(await database.theme.count()).toBe(before + 300);
});

test("a file that is more than a company's work is refused before anything of it is read in", async () => {
  const path = await fileOf("Id,Theme,Team", ...rows(10_001));
  const refused = await bring(cast.ines, "themes", path, { source: "Long" });
  expect(refused).toMatchObject({
    state: "refused",
    refusal: { key: "importsErrors.work-too-many", params: { limit: 10_000 } },
  });
});

test("a row that stands twice is refused with the line of the first, and what is archived stays so", async () => {
  const path = await fileOf("Theme,Team", "Late trucks,Mobile", "late trucks,mobile");
  const done = await accept(
    cast.ines,
    await bring(cast.ines, "themes", path, { source: "Doubled" }),
  );
  expect(reasons(done)).toEqual(["3: row-work-twice"]);
  expect(done.refusedRows[0]?.params).toEqual({ first: 2 });
  const theme = await database.theme.findFirstOrThrow({ where: { title: "Late trucks" } });
  await write(system, newCall(monday), { operation: themeOps.archived }, async (w) => {
    await w.update("theme", [theme.id], { archivedAt: monday });
    return null;
  });
  const again = await bring(cast.ines, "themes", path, { source: "Doubled" });
  expect(counts(again)).toMatchObject({ created: 0, unchanged: 1 });
});
