import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { db } from "#lib/db.ts";
import { runChecks } from "#lib/doctor/checks.ts";
import { fromInert } from "#lib/export/inert.ts";
import { nounServers, tables } from "#lib/nouns.server.ts";
import { asApp } from "#tests/support/as-app.ts";
import { castOn } from "#tests/support/cast.ts";
import { allRows, sql } from "./databases.ts";
import { fill } from "./fill.ts";
import { bringBack, newDatabase, take } from "./taking.ts";

const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }).map((text) => text.replaceAll("\u0000", "")),
  fc.string({
    unit: fc.constantFrom(..."=+-@'\"\\,;|\t\r\n \u0085\u2028\u2029\uFEFF{}[]é😀\u0001"),
    maxLength: 20,
  }),
  fc.constantFrom(
    "\\u0000",
    "null",
    "\\N",
    "\r\n=1",
    "'",
    "\uFEFF",
    "\u2028",
    "+33 1",
    "x".repeat(9000),
  ),
);
const jsons = fc
  .oneof(
    fc.jsonValue({ stringUnit: "grapheme" }),
    fc.constantFrom(null, { a: null }, [null], 1e-7, 0.1, "null", "=1"),
  )
  .map((value) => JSON.stringify(value));

function inTurn<T>(values: T[]): () => T {
  let next = 0;
  return () => {
    const value = values[next % values.length];
    next += 1;
    if (value === undefined) throw new Error("nothing to say");
    return value;
  };
}

test("whatever was written, everything comes back as it was", async () => {
  const written = fc.tuple(
    fc.array(texts, { minLength: 30, maxLength: 60 }),
    fc.array(jsons, { minLength: 5, maxLength: 12 }),
  );
  await fc.assert(
    fc.asyncProperty(written, async ([some, values]) => {
      const from = await newDatabase();
      const cast = await castOn(db());
      const numbered = some.map((text, index) => text + String.fromCodePoint(0x4e00 + index));
      await fill(from, cast, { text: inTurn(numbered), json: inTurn(values) });
      const folder = await take(cast.ines);
      const to = await bringBack(folder);
      const [before, after] = [await allRows(from), await allRows(to)];
      expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
      expect(after).toEqual(before);
      await expectSheetsToTellTheSame(folder);
    }),
    { numRuns: 4, endOnFailure: true },
  );
});

const row = z.record(z.string(), z.unknown());

/** Every text of the exact rows is in the sheet's cell, and no cell begins like a formula. */
async function expectSheetsToTellTheSame(folder: string): Promise<void> {
  const wrong: string[] = [];
  for (const { file } of tables) {
    const exact = (await readFile(join(folder, `${file}.jsonl`), "utf8")).split("\n").slice(0, -1);
    const sheet = z
      .array(z.record(z.string(), z.string()))
      .parse(parse(await readFile(join(folder, `${file}.csv`)), { bom: true, columns: true }));
    expect(sheet.length).toBe(exact.length);
    for (const [index, line] of exact.entries()) {
      const cells = sheet[index] ?? {};
      for (const [name, cell] of Object.entries(cells))
        if (isFormula(cell) && !/^-?[\d.e+-]+$/.test(cell)) wrong.push(`${file} ${name}: ${cell}`);
      for (const [name, value] of Object.entries(row.parse(JSON.parse(line)))) {
        if (typeof value !== "string" || /^\d{4}-\d\d-\d\dT/.test(value)) continue;
        const told = fromInert(cells[name] ?? "");
        if (told !== value && told !== JSON.stringify(value))
          wrong.push(`${file} ${name}: ${told}`);
      }
    }
  }
  expect(wrong).toEqual([]);
}

const isFormula = (cell: string) => /^[\s\p{Z}\p{C}]*[=+\-@]|^\p{Cc}/u.test(cell);

test("the next number and the next order of the history go on where they were", async () => {
  const from = await newDatabase();
  const cast = await castOn(db());
  await fillPlainly(from, cast);
  const folder = await take(cast.ines);
  const to = await bringBack(folder);
  const next = `SELECT nextval('insight_number_seq')::text AS insight, nextval('initiative_number_seq')::text AS initiative,
    nextval('theme_number_seq')::text AS theme,
    nextval('change_id_seq')::text AS change`;
  expect(await sql(to, next)).toEqual(await sql(from, next));
});

test("after it everything is as a fresh Tribune would have it: checks, references, append-only record", async () => {
  const from = await newDatabase();
  const cast = await castOn(db());
  await fillPlainly(from, cast);
  const to = await bringBack(await take(cast.ines));
  const checks = await runChecks({ ...process.env, DATABASE_URL: await asApp(to) });
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  const constraints = `SELECT conrelid::regclass::text AS of, conname, condeferrable, condeferred, convalidated
    FROM pg_constraint ORDER BY 1, 2`;
  expect(await sql(to, constraints)).toEqual(await sql(from, constraints));
  await expect(sql(to, "DELETE FROM change")).rejects.toThrow("append-only");
});

test("every table and column leaves or is said to stay", async () => {
  const url = await newDatabase();
  const found = await sql<{ column: string; table: string }>(
    url,
    `SELECT table_name AS table, table_name || '.' || column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' ORDER BY 2`,
  );
  const stays = new Set([
    "_prisma_migrations",
    ...nounServers.flatMap((one) => (one.staying ?? []).map(({ name }) => name)),
  ]);
  const accounted = tables.flatMap(({ name, columns, stays: never }) =>
    [...columns.map((column) => column.name), ...never].map((column) => `${name}.${column}`),
  );
  expect(accounted.sort()).toEqual(
    found.flatMap(({ table, column }) => (stays.has(table) ? [] : [column])).sort(),
  );
});

test("no password, session, secret or path on this machine is in any file", async () => {
  const from = await newDatabase();
  const cast = await castOn(db());
  await fillPlainly(from, cast);
  await sql(from, "UPDATE person SET password_hash = '$argon2id$hidden'");
  await sql(
    from,
    "INSERT INTO identity (issuer, subject, person_id) VALUES ('hidden-issuer', 'hidden-subject', $1)",
    [cast.louis.id],
  );
  const folder = await take(cast.ines);
  for (const file of await readdir(folder)) {
    const text = await readFile(join(folder, file), "utf8");
    for (const secret of [
      "argon2",
      "hidden-issuer",
      "hidden-subject",
      "sealed-secret",
      "/somewhere/else",
    ])
      expect(text.includes(secret) ? `${secret} in ${file}` : "").toBe("");
    expect(text).not.toContain(Buffer.from("sealed-secret").toString("hex"));
  }
});

async function fillPlainly(url: string, cast: Awaited<ReturnType<typeof castOn>>) {
  let count = 0;
  const text = () => {
    count += 1;
    return `text ${count}`;
  };
  return fill(url, cast, { text, json: () => '{"a": 1}' });
}
