import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { db } from "#lib/db.ts";
import { makeRestSearchable } from "#lib/insights/writes/searchable.ts";
import { root } from "#lib/launcher/paths.mjs";
import { asApp } from "#tests/support/as-app.ts";
import { castOn } from "#tests/support/cast.ts";
import { tribune } from "../imports/cli.ts";
import { seededDatabase } from "../seed/seeded.ts";
import { allRows, countAll, newFolder, sql } from "./databases.ts";
import { goTo, newDatabase } from "./taking.ts";

const answer = z.strictObject({
  folder: z.string(),
  as: z.string().optional(),
  rows: z.number(),
  tables: z.record(z.string(), z.number()),
  seconds: z.number(),
});

let sample: string;
let folder: string;

beforeAll(async () => {
  sample = await seededDatabase("2026-11-20");
  await goTo(sample);
  folder = await newFolder();
});

test("the sample company leaves and comes back, but for what is private to others", async () => {
  const left = await tribune("export", folder, "--json", "--lang", "fr");
  expect(left.error).toBe("");
  const taken = answer.parse(JSON.parse(left.out));
  expect(taken).toMatchObject({ folder, as: "ines.belkacem@soupape.example" });
  const to = await newDatabase();
  const back = await tribune("restore", folder, "--json");
  expect(back.error).toBe("");
  expect(answer.parse(JSON.parse(back.out))).toMatchObject({
    rows: taken.rows,
    tables: taken.tables,
  });
  process.env.DATABASE_URL = await asApp(to);
  expect((await tribune("doctor")).code).toBe(0);
  // As the worker does once it is there.
  await makeRestSearchable(new AbortController().signal);
  const [before, after] = [await allRows(sample), await allRows(to)];
  const ofOthers = await privateIds();
  for (const [table, rows] of Object.entries(before))
    before[table] = rows.filter((row) => !ofOthers.some((id) => row.includes(id)));
  expect(after).toEqual(before);
});

/** Ids of individual objectives that are not Inès's, of what hangs on them, and of the operations on them. */
async function privateIds(): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    sample,
    `WITH hers AS (SELECT id FROM person WHERE email LIKE 'ines.belkacem@%'),
       objectives AS (SELECT id FROM objective WHERE level = 'individual' AND owner_id NOT IN (SELECT id FROM hers))
     SELECT id::text AS id FROM objectives
     UNION ALL SELECT id::text FROM key_result WHERE objective_id IN (SELECT id FROM objectives)
     UNION ALL SELECT id::text FROM operation WHERE visibility NOT IN ('all', (SELECT id::text FROM hers))`,
  );
  return rows.map(({ id }) => id);
}

test("its README tells every column in words", async () => {
  const french = await readFile(join(folder, "README.md"), "utf8");
  expect(french).toContain("Ce que Tribune contenait");
  expect(french).toContain("| revenue_cents | nombre | Chiffre d’affaires annuel");
  expect(french).not.toMatch(/export\.(file|column|kind)|\| \|/);
  const other = await newFolder();
  await goTo(sample);
  await tribune("export", other, "--lang", "en");
  const english = await readFile(join(other, "README.md"), "utf8");
  expect(english).toContain("What Tribune held");
  expect(english).not.toMatch(/export\.(file|column|kind)|\| \|/);
  expect(await readFile(join(folder, "tribes.csv"), "utf8")).toContain('"id";"code";"name"');
  expect(await readFile(join(other, "tribes.csv"), "utf8")).toContain('"id","code","name"');
});

test("whose permissions count is asked where it is not clear", async () => {
  await newDatabase();
  await castOn(db());
  const one = await newFolder();
  expect((await tribune("export", one)).code).toBe(0);
  await db().hat.updateMany({ where: { code: "cpo" }, data: { code: "product-ops" } });
  const two = await newFolder();
  const unclear = await tribune("export", two);
  expect(unclear).toMatchObject({ code: 1, out: "" });
  expect(unclear.error).toContain("--as EMAIL");
  expect((await tribune("export", two, "--as", "nobody@soupape.example")).error).toContain(
    "Nobody",
  );
  expect(await readdir(dirname(two))).toEqual([]);
  expect((await tribune("export", two, "--as", "Salome.Arnaud@soupape.example")).code).toBe(0);
  expect((await tribune("restore", two)).error).toContain("something in this Tribune already");
  expect((await tribune("restore", two, "--as", "x")).error).toContain("Usage");
});

test("a restore that is killed leaves nothing", async () => {
  const to = await newDatabase();
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", join(root, "lib/cli/main.ts"), "restore", folder],
    { env: { ...process.env, DATABASE_URL: to }, stdio: "ignore" },
  );
  const ended = new Promise((resolve) => child.once("close", (_, signal) => resolve(signal)));
  const writing =
    "SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'INSERT INTO \"insight\"%'";
  await expect.poll(() => sql(to, writing), { interval: 5 }).toHaveLength(1);
  child.kill("SIGKILL");
  expect(await ended).toBe("SIGKILL");
  await expect
    .poll(() =>
      sql(
        to,
        "SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
      ),
    )
    .toHaveLength(0);
  expect(await countAll(to)).toBe(0);
  expect((await tribune("restore", folder)).code).toBe(0);
});
