import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { benchmarkAssignment } from "#tests/benchmarks/matching/assignment.ts";
import { benchmarkDuplicates } from "#tests/benchmarks/matching/duplicates.ts";
import { temporaryFolder } from "#tests/support/temporary-folder.ts";

function fileOf(folder: string, name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

test("Of pairs of reports, those whose second is found among the likeliest are counted", async () => {
  const folder = temporaryFolder("matching");
  const reports = fileOf(folder, "reports.csv", [
    "Summary,Issue id,Created,Description",
    "Payroll PDF export is empty,101,30/Sep/21 17:20,Nothing in the PDF of the payroll",
    "Export of payroll to PDF fails,102,01/Oct/21 17:20,The PDF of the payroll is empty",
    "Sign-in loops,103,02/Oct/21 17:20,After the password it comes back",
    "Invoice total wrong,104,03/Oct/21 17:20,The discount is missing",
  ]);
  const pairs = fileOf(folder, "pairs.csv", ["Issue id,Duplicate id", "101,102", "103,999"]);
  expect(await benchmarkDuplicates(reports, pairs)).toEqual({
    pairs: 1,
    top1: 1,
    top3: 1,
    top5: 1,
    msP95: expect.any(Number),
  });
});

const header = "Summary,Issue key,Created,Description,Custom field (Module)";
const row = (number: number, title: string, module: string) =>
  `${title} ${number},ABC-${number},${String((number % 28) + 1).padStart(2, "0")}/Oct/21 17:20,,${module}`;
const titles: [string, string][] = [
  ["Export of the payroll", "HR"],
  ["Budget of the year", "Finance"],
];
const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => {
    const [title, module] = titles[at % 2] ?? ["", ""];
    return row(from + at, title, module);
  });

test("Tickets go where their like went, and those without an answer are not asked for", async () => {
  const folder = temporaryFolder("matching");
  const known = fileOf(folder, "known.csv", [header, ...rows(1, 20)]);
  const asked = fileOf(folder, "asked.csv", [header, ...rows(101, 10), row(200, "Budget", "")]);
  const found = await benchmarkAssignment(known, asked, "Module", true);
  expect(found).toEqual({ tested: 10, top1: 1, top2: 1, sure: 0, sureRight: 0 });
});

test("A ticket that stands in both files is not known before it is asked for", async () => {
  const folder = temporaryFolder("matching");
  const file = fileOf(folder, "all.csv", [header, row(1, "Budget", "Finance")]);
  expect(await benchmarkAssignment(file, file, "Module", false)).toMatchObject({
    tested: 1,
    top1: 0,
  });
});

test("A file with nothing but its headers is nothing known", async () => {
  const folder = temporaryFolder("matching");
  const none = fileOf(folder, "none.csv", [header]);
  const asked = fileOf(folder, "asked.csv", [header, ...rows(1, 2)]);
  expect(await benchmarkAssignment(none, asked, "Module", false)).toMatchObject({ tested: 2 });
});

test("A column that is not there is named", async () => {
  const folder = temporaryFolder("matching");
  const file = fileOf(folder, "all.csv", [header, ...rows(1, 2)]);
  await expect(benchmarkAssignment(file, file, "Squad", false)).rejects.toThrow("Squad");
});
