import { expect, test } from "vitest";
import { csvRow, type Delimiter } from "#lib/export/csv-row.ts";

const row = (value: unknown, type: string, delimiter: Delimiter) =>
  csvRow([{ value, type }], delimiter).trimEnd();

test.each([
  [99.9, "numeric", ";", "99,9"],
  [99.9, "numeric", ",", "99.9"],
  [-0.5, "double precision", ";", "-0,5"],
  [1200, "integer", ";", "1200"],
  ["1200000", "bigint", ";", "1200000"],
  ["99.9", "text", ";", '"99.9"'],
  [true, "boolean", ";", "true"],
  [null, "numeric", ";", ""],
] as const)("%j of type %s parted by %s is written %s", (value, type, delimiter, written) => {
  expect(row(value, type, delimiter)).toBe(written);
});
