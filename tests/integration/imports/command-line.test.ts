import { writeFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Database } from "#lib/db.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { tribune } from "./cli.ts";
import { fileOf, fixture } from "./importing.ts";

let database: Database;
beforeAll(async () => {
  database = await useDatabase();
});

const answer = z.strictObject({
  source: z.string(),
  file: z.string(),
  rows: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  refused: z.array(z.strictObject({ line: z.number(), reason: z.string() })),
  duplicates: z.number(),
  warnings: z.array(z.string()),
  seconds: z.number(),
});

async function stored() {
  return Promise.all([
    database.source.count(),
    database.importRun.count(),
    database.ticket.count(),
    database.insight.count(),
    database.operation.count(),
  ]);
}

test("import --json answers with one object and 0 when nothing was refused", async () => {
  const { code, out, error } = await tribune("import", fixture("fr-service-desk.csv"), "--json");
  expect({ code, error }).toEqual({ code: 0, error: "" });
  expect(answer.parse(JSON.parse(out))).toMatchObject({
    source: "Jira",
    file: "fr-service-desk.csv",
    rows: 3,
    created: 3,
    updated: 0,
    unchanged: 0,
    refused: [],
    duplicates: 0,
    warnings: [],
  });
});

test("rows that are refused are listed with their line and reason in words, and the answer is 2", async () => {
  const file = fixture("some-bad-rows.csv");
  const { code, out } = await tribune("import", file, "--source", "Bad", "--json");
  expect(code).toBe(2);
  const { rows, created, updated, unchanged, refused } = answer.parse(JSON.parse(out));
  expect(rows).toBe(created + updated + unchanged + refused.length);
  expect(refused[0]).toEqual({ line: 3, reason: "This row has 3 columns instead of 4." });
  const french = await tribune("import", file, "--source", "Bad", "--lang", "fr");
  expect(french.out).toContain("Ligne 3 : Cette ligne a 3 colonnes au lieu de 4.");
});

test.for([
  ["refused-empty.csv", "empty"],
  ["refused-not-csv.csv", "No column name"],
  ["refused-binary.csv", "not text"],
  ["refused-cut-row.csv", "cut"],
  ["refused-cut-quote.csv", "never closed"],
  ["refused-no-key.csv", "no column with the issue key"],
  ["refused-quoted-whole.csv", "one single quoted text"],
  ["refused-many-without-key.csv", "neither a valid issue key nor an id"],
  ["refused-no-rows.csv", "not a single ticket"],
  ["refused-workbook.csv", "spreadsheet"],
])("a file that is refused whole leaves nothing behind: %s", async ([name = "", words = ""]) => {
  const before = await stored();
  const { code, out, error } = await tribune("import", fixture(name), "--source", "New", "--json");
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(error).toContain(words);
  expect(error).not.toMatch(/\bat .*\.ts|SQL|node:/);
  expect(await stored()).toEqual(before);
});

test("what cannot be understood is told in one sentence, and the answer is 1", async () => {
  const file = fixture("fr-service-desk.csv");
  for (const args of [
    ["import"],
    ["import", "no-such-file.csv"],
    ["import", file, "--dates", "ymd"],
    ["import", file, "--time-zone", "Mars/Olympus"],
    ["import", file, "--filter", "colour=red"],
    ["import", file, "--source", ""],
    ["import", file, "--sauce", "x"],
    ["imprt", file],
  ]) {
    const { code, out, error } = await tribune(...args);
    expect({ args, code, out }).toEqual({ args, code: 1, out: "" });
    expect(error).not.toMatch(/\bat .*\.ts|SQL|node:/);
  }
});

test("a file of exactly 1,000 rows is imported, with the warning that Jira cuts there", async () => {
  const rows = Array.from({ length: 1000 }, (_, i) => `CUT-${i + 1},${i + 1},Row ${i + 1}`);
  const path = await fileOf("Issue key,Issue id,Summary", ...rows);
  const { code, out } = await tribune("import", path, "--source", "Cut", "--json");
  expect(code).toBe(0);
  const { created, warnings } = answer.parse(JSON.parse(out));
  expect(created).toBe(1000);
  expect(warnings).toEqual([expect.stringContaining("exactly 1,000 rows")]);
});

test("dates that may be read either way are taken day first, and the warning says so", async () => {
  const file = fixture("spreadsheet-undecided.csv");
  const said = answer.parse(
    JSON.parse((await tribune("import", file, "--source", "Dates", "--json")).out),
  );
  expect(said.warnings[0]).toContain("The day was taken to come first");
  const asked = await tribune("import", file, "--source", "Dates 2", "--dates", "mdy", "--json");
  expect(answer.parse(JSON.parse(asked.out)).warnings).toEqual([]);
});

test("a dry run says what would happen, twice the same, and stores nothing", async () => {
  const path = await fileOf(
    "Issue key,Issue id,Summary,Updated",
    "DRY-1,1,One,2026-03-01 10:00",
    "DRY-2,2,Two,2026-03-01 10:00",
    "DRY-2,2,Two again,2026-03-02 10:00",
    "DRY-3",
  );
  const before = await stored();
  const expected = { rows: 4, created: 2, updated: 1, unchanged: 0, duplicates: 1 };
  const dry = () => tribune("import", path, "--source", "Dry", "--dry-run", "--json");
  const { code, out } = await dry();
  expect(code).toBe(2);
  expect(answer.parse(JSON.parse(out))).toMatchObject(expected);
  expect(await stored()).toEqual(before);
  const real = await tribune("import", path, "--source", "Dry", "--json");
  expect(answer.parse(JSON.parse(real.out))).toMatchObject(expected);
  const after = await stored();
  await writeFile(
    path,
    "Issue key,Issue id,Summary,Updated\nDRY-1,1,One!,2026-03-03 10:00\nDRY-2,2,Two again,2026-03-02 10:00\nDRY-4,4,New,2026-03-03 10:00\n",
  );
  expect(answer.parse(JSON.parse((await dry()).out))).toMatchObject({
    rows: 3,
    created: 1,
    updated: 1,
    unchanged: 1,
  });
  expect(await stored()).toEqual(after);
});

test("two imports of one file at the same time store each ticket once", async () => {
  const rows = Array.from(
    { length: 3000 },
    (_, i) => `CON-${i + 1},${i + 1},Row ${i + 1},Client ${i % 50}`,
  );
  const path = await fileOf("Issue key,Issue id,Summary,Organizations", ...rows);
  const runs = await Promise.all(
    [1, 2].map(() => tribune("import", path, "--source", "Concurrent", "--json")),
  );
  const answers = runs.map(({ out }) => answer.parse(JSON.parse(out)));
  expect(answers.map(({ created, unchanged }) => created + unchanged)).toEqual([3000, 3000]);
  expect(answers.reduce((sum, { created }) => sum + created, 0)).toBe(3000);
  const where = { source: { name: "Concurrent" } };
  expect(await database.ticket.count({ where })).toBe(3000);
  expect(await database.insight.count({ where })).toBe(3000);
  expect(await database.organisation.count({ where: { name: { startsWith: "Client " } } })).toBe(
    50,
  );
});

test("a desk that is understood whole comes in without a question, and another with --map once", async () => {
  const desk = await fileOf(
    "Ticket ID,Subject,Description,Created time",
    "7,Where is the invoice?,It never came.,2026-02-01 08:00:00",
  );
  expect((await tribune("import", desk, "--source", "Freshdesk")).code).toBe(0);
  const base = await fileOf("What,Votes,Who", "Dark mode,2,Ana", "Offline,2,Bo");
  const unsure = await tribune("import", base, "--source", "Base");
  expect(unsure.code).toBe(1);
  expect(unsure.error).toContain("--map 'What=summary'");
  const said = ["--map", "What=summary", "--map", "Who=reporter", "--identity", "What"];
  const first = await tribune("import", base, "--source", "Base", ...said, "--json");
  expect(answer.parse(JSON.parse(first.out))).toMatchObject({ created: 2, refused: [] });
  const again = await tribune("import", base, "--source", "Base", "--json");
  expect(answer.parse(JSON.parse(again.out))).toMatchObject({ created: 0, unchanged: 2 });
  for (const wrong of [
    ["--map", "What=colour"],
    ["--map", "Nothing=summary"],
    ["--identity", "Nil"],
  ]) {
    const { code, error } = await tribune("import", base, "--source", "Other base", ...wrong);
    expect({ wrong, code }).toEqual({ wrong, code: 1 });
    expect(error).not.toMatch(/\bat .*\.ts|SQL|node:/);
  }
});
