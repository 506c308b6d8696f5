import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createScanner } from "#lib/tables/scanner.ts";
import { fileOf, paris, readAll } from "../imports/import-files.ts";

const delimiter = fc.constantFrom(",", ";", "\t", "|", "^");
const lineEnd = fc.constantFrom("\n", "\r\n");
const encodings = ["utf8", "utf8-bom", "utf16le", "utf16be", "latin1"] as const;
// Text without what is trimmed or taken out on purpose; "ÿþ" and the like would be a mark at the start.
const letters = fc.constantFrom(...'abc XYZ é ñ \'"";,|^\t\n-/€'.split(""), '"', "\n", ",");
const text = fc.array(letters, { maxLength: 12 }).map((parts) => parts.join(""));

type Style = { delimiter: string; lineEnd: string; quoteAll: boolean; lastEnd: boolean };

function write(rows: string[][], style: Style): string {
  const special = new RegExp(`["\\r\\n${style.delimiter === "^" ? "\\^" : style.delimiter}]`);
  const cell = (value: string) =>
    style.quoteAll || special.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  const lines = rows.map((row) => row.map(cell).join(style.delimiter));
  return lines.join(style.lineEnd) + (style.lastEnd ? style.lineEnd : "");
}

const style = fc.record({ delimiter, lineEnd, quoteAll: fc.boolean(), lastEnd: fc.boolean() });

test("text that comes in any pieces gives the records that csv-parse gives for the whole", () => {
  const rows = fc
    .integer({ min: 2, max: 4 })
    .chain((n) => fc.array(fc.array(text, { minLength: n, maxLength: n }), { minLength: 1 }));
  fc.assert(
    fc.property(rows, style, fc.integer({ min: 1, max: 9 }), (cells, how, piece) => {
      const file = write(cells, how);
      const scanner = createScanner(how.delimiter, "\n");
      const found: string[][] = [];
      for (let at = 0; at < file.length; at += piece) {
        for (const record of scanner.push(file.slice(at, at + piece), false)) {
          found.push(record.cells);
        }
      }
      for (const record of scanner.push("", true)) found.push(record.cells);
      expect(found).toEqual(parse(file, { delimiter: how.delimiter, skip_empty_lines: true }));
      expect(found).toEqual(cells);
      expect(scanner.pending()).toBe(0);
    }),
    { numRuns: 500 },
  );
});

function encode(file: string, encoding: (typeof encodings)[number]): Buffer {
  if (encoding === "utf8") return Buffer.from(file);
  if (encoding === "utf8-bom") return Buffer.from(`\uFEFF${file}`);
  if (encoding === "latin1") return Buffer.from(file.replaceAll("€", "é"), "latin1");
  const bytes = Buffer.from(`\uFEFF${file}`, "utf16le");
  return encoding === "utf16le" ? bytes : bytes.swap16();
}

test("what is written in any dialect reads back the same, and no row is lost", async () => {
  const row = fc.record({ title: text, body: text, area: text, broken: fc.boolean() });
  const rows = fc.array(row, { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(rows, style, fc.constantFrom(...encodings), async (all, how, encoding) => {
      const shown = (value: string) => (encoding === "latin1" ? value.replaceAll("€", "é") : value);
      const whole = { ...how, lastEnd: true };
      const cells = all.map(({ title, body, area, broken }, index) => {
        const filled = [`KEY-${index + 1}`, title, body, area];
        // Few enough broken rows, so that the file is not refused whole.
        return broken && index % 2 === 1 ? filled.slice(0, 3) : filled;
      });
      const header = ["Issue key", "Summary", "Description", "Custom field (Área)"];
      const path = await fileOf(encode(write([header, ...cells], whole), encoding));
      const { inspection, tickets } = await readAll(path, paris);
      const complete = cells.filter(
        ([, title = "", body = "", ...more]) =>
          more.length === 1 && `${title}${body}`.trim() !== "",
      );
      expect(inspection.rows).toBe(all.length);
      expect(inspection.refused.length + tickets.length).toBe(inspection.rows);
      expect(
        // Where the text has markup, it is kept as it was written beside our form of it.
        tickets.map(({ key, body, raw }) => [
          key,
          raw.Description ?? body,
          raw["Custom field (Área)"] ?? "",
        ]),
      ).toEqual(
        complete.map(([key = "", , body = "", area = ""]) => [key, shown(body), shown(area)]),
      );
      expect(tickets.map(({ title }) => title)).toEqual(
        complete.map(
          ([, title = ""]) =>
            shown(title)
              .replace(/\s*\n+\s*/g, " ")
              .trim() || null,
        ),
      );
    }),
    { numRuns: 150 },
  );
});

test("a record says on which line it starts, whatever line breaks its cells hold", () => {
  const scanner = createScanner(",", "\n");
  const records = scanner.push('a,b\n"one\r\ntwo\nthree",x\n\nc,d\n', true);
  expect(records.map(({ line }) => line)).toEqual([1, 2, 6]);
});

test("a quote inside a quoted cell marks its row and leaves the next ones whole", () => {
  const scanner = createScanner(",", "\n");
  const records = scanner.push('1,"a "b" c",x\n2,"d",y\n', true);
  expect(records.map(({ stray }) => stray)).toEqual([true, false]);
  expect(records[1]?.cells).toEqual(["2", "d", "y"]);
});

test("lines that end as on an old Mac are lines", async () => {
  const { tickets } = await readAll(await fileOf('Issue key,Summary\rMAC-1,One\rMAC-2,"Two"\r'));
  expect(tickets.map(({ title }) => title)).toEqual(["One", "Two"]);
});

test("the line by which a spreadsheet is told the delimiter is no row", async () => {
  for (const first of ["sep=;\r\n", '"sep=;"\n', "\uFEFFsep=;\n"]) {
    const path = await fileOf(`${first}Issue key;Summary\r\nA-1;a, b, c\r\n`);
    const { inspection, tickets } = await readAll(path, paris);
    expect([inspection.rows, tickets[0]?.title]).toEqual([1, "a, b, c"]);
  }
});

test("the same tickets with the line ends of another system are the same", async () => {
  const text = 'Issue key,Summary,Description,Comment\nA-1,Mail,"one\ntwo","x\ny"\n';
  const unix = await readAll(await fileOf(text), paris);
  const windows = await readAll(await fileOf(text.replaceAll("\n", "\r\n")), paris);
  expect(windows.tickets).toEqual(unix.tickets);
});

test("a row without title and text is refused with its line, where the file has such columns", async () => {
  const path = await fileOf("Issue key,Summary,Description\nA-1,a,\nA-2,,b\nA-3, ,\n");
  const { inspection, tickets } = await readAll(path, paris);
  expect(tickets.map(({ key }) => key)).toEqual(["A-1", "A-2"]);
  expect(inspection.refused).toEqual([{ line: 4, reason: "row-empty", params: {} }]);
  const states = await readAll(await fileOf("Issue key,Status\nA-1,Done\n"), paris);
  expect(states.tickets).toHaveLength(1);
});
