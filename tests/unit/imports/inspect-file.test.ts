import { expect, test } from "vitest";
import { inspectFile } from "#lib/imports/reading/inspect-file.ts";
import { fileOf, fixture, paris, refusalOf } from "./import-files.ts";

test.each([
  ["refused-empty.csv", "empty"],
  ["refused-workbook.csv", "workbook"],
  ["refused-binary.csv", "binary"],
  ["refused-not-csv.csv", "not-csv"],
  ["refused-no-rows.csv", "no-rows"],
  ["refused-no-key.csv", "no-key"],
  ["refused-quoted-whole.csv", "rows-quoted"],
  ["refused-cut-quote.csv", "open-quote"],
  ["refused-cut-row.csv", "cut-row"],
  ["refused-many-without-key.csv", "too-many-without-key"],
])("%s is refused whole: %s", async (name, key) => {
  expect((await refusalOf(fixture(name))).key).toBe(`importsErrors.${key}`);
});

test.each([
  ["fr-service-desk.csv", ","],
  ["es-windows-1252-semicolon.csv", ";"],
  ["pl-crlf-tab.csv", "\t"],
  ["en-server-pipe.csv", "|"],
  ["en-work-item-caret.csv", "^"],
])("the delimiter of %s is told by its column names: %j", async (name, delimiter) => {
  expect((await inspectFile(fixture(name), paris)).dialect.delimiter).toBe(delimiter);
});

test("a file of rows quoted whole under a good header is refused as such", async () => {
  const path = await fileOf('Summary,Issue key,Status\n"A,""K-1"",Open"\n"B,""K-2"",Open"\n');
  expect((await refusalOf(path)).key).toBe("importsErrors.rows-quoted");
});

test("a file over the limit is refused with both sizes", async () => {
  const path = await fileOf("x".repeat(3 * 1024 * 1024));
  const options = { ...paris, maxBytes: 2 * 1024 * 1024 };
  expect(await refusalOf(path, options)).toEqual({
    key: "importsErrors.too-large",
    params: { size: expect.any(Number), limit: 2, unit: "MB" },
  });
});

test("a quote that stays open does not fill the memory before it is refused", async () => {
  const path = await fileOf(
    `Issue key,Summary\nA-1,"open\n${"text without end\n".repeat(1_200_000)}`,
  );
  expect(await refusalOf(path)).toEqual({ key: "importsErrors.open-quote", params: { line: 2 } });
});

test("the refusal of a file without keys shows three of its lines", async () => {
  const { params } = await refusalOf(fixture("refused-many-without-key.csv"));
  expect(params).toEqual({
    count: 6,
    rows: 7,
    samples: "3: nothing,Row 2\n4: nothing,Row 3\n5: nothing,Row 4",
  });
});

test("a few rows without a key are listed and the others taken", async () => {
  const rows = Array.from({ length: 100 }, (_, i) => (i % 20 === 0 ? "none,Row" : `K-${i},Row`));
  const { refused } = await inspectFile(
    await fileOf(`Issue key,Summary\n${rows.join("\n")}\n`),
    paris,
  );
  expect(refused.map(({ line, reason }) => [line, reason])).toEqual(
    [2, 22, 42, 62, 82].map((line) => [line, "row-no-key"]),
  );
});

test("bad rows are listed with their line and reason, and blank ones are no rows", async () => {
  const inspection = await inspectFile(fixture("some-bad-rows.csv"), paris);
  expect(inspection.rows).toBe(10);
  expect(inspection.refused).toEqual([
    { line: 3, reason: "row-columns", params: { found: 3, expected: 4 } },
    { line: 4, reason: "row-no-key", params: { found: "not a key" } },
    { line: 5, reason: "row-header", params: {} },
    { line: 6, reason: "row-quote", params: {} },
    { line: 14, reason: "row-columns", params: { found: 5, expected: 4 } },
  ]);
  expect(inspection.warnings).toEqual([
    {
      key: "unreadable-dates",
      params: { column: "Updated", count: 1, sample: "someday", line: 13 },
    },
  ]);
});

test("a last row that is short but ends in a line end is one bad row, not a cut file", async () => {
  const path = await fileOf("Issue key,Summary,Status\nA-1,One,Open\nA-2,Two\n");
  const { refused } = await inspectFile(path, paris);
  expect(refused.map(({ reason }) => reason)).toEqual(["row-columns"]);
});

test("exactly 1,000 rows come with the warning that Jira stops there", async () => {
  const file = (count: number) =>
    `Issue key,Summary\n${Array.from({ length: count }, (_, i) => `K-${i + 1},Row\n`).join("")}`;
  const warned = async (count: number) =>
    (await inspectFile(await fileOf(file(count)), paris)).warnings.map(({ key }) => key);
  expect(await warned(1000)).toEqual(["jira-cut"]);
  expect(await warned(999)).toEqual([]);
  expect(await warned(1001)).toEqual([]);
});

test("an undecided order of dates is reported, and settled by the person's answer", async () => {
  const path = fixture("spreadsheet-undecided.csv");
  expect(await inspectFile(path, paris)).toMatchObject({
    undecided: ["created"],
    dateOrders: { created: "dmy" },
    warnings: [{ key: "date-order", params: { column: "Created", order: "dmy" } }],
  });
  expect(await inspectFile(path, { ...paris, dates: "mdy" })).toMatchObject({
    undecided: [],
    dateOrders: { created: "mdy" },
    warnings: [],
  });
});

test("the values to filter by are counted", async () => {
  const { values } = await inspectFile(fixture("fr-service-desk.csv"), paris);
  expect(values.projectType).toEqual({ service_desk: 2, software: 1 });
  expect(values.requestType).toEqual({ "Demander une évolution": 1, "Signaler un problème": 1 });
});
