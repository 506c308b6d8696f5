import { expect, test } from "vitest";
import {
  readAmount,
  readConfidence,
  readEffort,
  readImpact,
  readQuarter,
  readReach,
} from "#lib/imports/work/rows/read-values.ts";
import { readEpicKey, relationNames } from "#lib/imports/work/rows/read-words.ts";

test.each([
  ["Q4 2026", "2026-Q4"],
  ["2026-Q4", "2026-Q4"],
  ["T4 2026", "2026-Q4"],
  ["Q4 26", "2026-Q4"],
  ["Q4'26", "2026-Q4"],
  ["4Q26", "2026-Q4"],
  ["Trimestre 4 2026", "2026-Q4"],
  ["October 1, 2026 → December 31, 2026", "2026-Q4"],
  ["1 octobre 2026 → 31 décembre 2026", "2026-Q4"],
  ["2026-11-05", "2026-Q4"],
  ["10/01/2026 → 12/31/2026", "2026-Q4"],
  ["01/10/2026 → 31/12/2026", "2026-Q4"],
  ["October 1, 2026 → March 31, 2027", null],
  ["01/10/2026", null],
  ["Q5 2026", null],
  ["soon", null],
])("the quarter in %j is %s", (cell, quarter) => {
  expect(readQuarter(cell)).toBe(quarter);
});

test.each([
  ["1,200", 1200, null],
  ["1 200,5", 1200.5, null],
  ["1.234.567", 1234567, null],
  ["12,345", 12_345, null],
  ["1234,567", 1234.567, null],
  ["12 345,678", 12_345.678, null],
  ["-1,200", -1200, null],
  ["1.5", 1.5, null],
  ["0,125", 0.125, null],
  ["-3", -3, null],
  ["1.2k", 1200, null],
  ["€ 3.4M", 3_400_000, "€"],
  ["95 %", 95, "%"],
  ["12 minutes", 12, "minutes"],
  ["many", null, null],
  ["3 of 4", null, null],
])("the number in %j is %s", (cell, value, unit) => {
  expect(readAmount(cell)).toEqual(value === null ? null : { value, unit });
});

test.each([
  [readImpact, "High", 200],
  [readImpact, "très fort", 300],
  [readImpact, "0,25", 25],
  [readImpact, "3", 300],
  [readImpact, "7", null],
  [readConfidence, "80%", 80],
  [readConfidence, "0.5", 50],
  [readConfidence, "1", 100],
  [readConfidence, "Faible", 50],
  [readConfidence, "65 %", null],
  [readReach, "1 200", 1200],
  [readReach, "40 %", null],
  [readReach, "-4", null],
  [readReach, "1.200", 1200],
  [readReach, "12.500", 12500],
  [readReach, "1,200", 1200],
])("a factor of RICE is read to what the scale has: %o %j", (read, cell, value) => {
  expect(read(cell)).toBe(value);
});

test.each([
  ["1.5", "Effort", 3],
  ["0,5", "Effort", 1],
  ["2 mois", "Charge", 4],
  ["13 weeks", "Effort", 6],
  ["0.1", "Effort", 1],
  ["15", "Charge (JH)", 2],
  ["15", "JH", 2],
  ["40", "Effort in days", 4],
  ["15 person-days", "Effort", 2],
  ["30 MD", "Effort", 3],
  ["10 jours", "Charge", 1],
  ["2 mois-homme", "JH", 4],
  ["1 an", "Charge", 24],
  ["1 quarter", "Effort", 6],
  ["5 points", "Effort", null],
  ["8", "Story points", null],
  ["5 SP", "Effort", null],
  ["5", "Effort (SP)", null],
  ["5", "Effort (k€)", null],
  ["5", "Effort (estimé)", 10],
  ["15", "Charge (estimée, en jours)", 2],
  ["12 h", "Effort", null],
  ["1.200", "Effort", null],
  ["1,5", "Charge [mois-homme]", 3],
])("the effort %j under %j is %s half person-months", (cell, header, halves) => {
  expect(readEffort(cell, header)?.halfMonths ?? null).toBe(halves);
});

test("a relation of Notion is the names of its pages, whatever they point to", () => {
  const page = "(https://www.notion.so/A-0123456789abcdef0123456789abcdef?pvs=21)";
  expect(relationNames(`Search, filter ${page}, Maps (beta) ${page}`)).toEqual([
    "Search, filter",
    "Maps (beta)",
  ]);
  expect(relationNames("Lost reports (Themes/Lost%20reports%2012ab.md)")).toEqual(["Lost reports"]);
  expect(relationNames("SUP-1; SUP-2")).toEqual(["SUP-1", "SUP-2"]);
});

test.each([
  ["plan-101", "PLAN-101"],
  ["https://soupape.atlassian.example/browse/PLAN-101", "PLAN-101"],
  ["an epic", null],
])("the epic in %j is %s", (cell, key) => {
  expect(readEpicKey(cell)).toBe(key);
});
