import fc from "fast-check";
import { expect, test } from "vitest";
import { csvRow } from "#lib/export/csv-row.ts";
import { fromInert, inert } from "#lib/export/inert.ts";

test.for([
  ["=1+1", "'=1+1"],
  ["+33 6 00 00 00 00", "'+33 6 00 00 00 00"],
  ["-5", "'-5"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t=1"],
  ["\r=1", "'\r=1"],
  ["\n=1", "'\n=1"],
  ["\n\nbonjour", "'\n\nbonjour"],
  ["\u0000=1", "'\u0000=1"],
  ["   =1", "'   =1"],
  ["\u00A0=1", "'\u00A0=1"],
  ["\uFEFF=1", "'\uFEFF=1"],
  ["\u200B=1", "'\u200B=1"],
  ["＝1", "'＝1"],
  ["'=1", "''=1"],
  ["'tis", "''tis"],
  ["1 = 1", "1 = 1"],
  ["SUP-12", "SUP-12"],
  ["  deux espaces", "  deux espaces"],
  ["Ça va", "Ça va"],
  ["", ""],
])("%j is the cell %j", ([text = "", cell = ""]) => {
  expect(inert(text)).toBe(cell);
  expect(fromInert(cell)).toBe(text);
});

test("whatever a text begins with, its cell begins with nothing that a spreadsheet computes, and tells the text", () => {
  const odd = fc.constantFrom(..."=+-@'\t\r\n \u0000\uFEFF\u00A0\u200B＝－;,\"ab");
  const text = fc.oneof(
    fc.string({ unit: odd, maxLength: 12 }),
    fc.string({ unit: "binary", maxLength: 12 }),
  );
  fc.assert(
    fc.property(text, (given) => {
      const cell = inert(given);
      expect(cell).not.toMatch(/^[\s\p{Z}\p{C}]*[=+\-@＝＋－＠]/u);
      expect(["\t", "\r", "\n", "\u0000"].some((odd) => cell.startsWith(odd))).toBe(false);
      expect(fromInert(cell)).toBe(given);
    }),
    { numRuns: 300 },
  );
});

test("numbers stay numbers, texts are quoted, lists and moments are written as people do", () => {
  const cells = [
    { value: -5, type: "integer" },
    { value: "123456789012345678", type: "bigint" },
    { value: null, type: "text" },
    { value: 'dit "oui"', type: "text" },
    { value: ["vip", "=1"], type: "text[]" },
    { value: ["=1"], type: "text[]" },
    { value: "2026-11-22T09:00:00+00:00", type: "timestamp(3) with time zone" },
    { value: { a: 1 }, type: "jsonb" },
    { value: true, type: "boolean" },
  ];
  expect(csvRow(cells, ",")).toBe(
    '-5,123456789012345678,,"dit ""oui""","vip; =1","\'=1","2026-11-22 09:00:00","{""a"":1}",true\r\n',
  );
});
