import { expect, test } from "vitest";
import { isWorkMeaning, type WorkMeaning } from "#lib/imports/work/columns/work-meanings.ts";
import { readInitiative } from "#lib/imports/work/rows/read-initiatives.ts";
import { completed, readOkr } from "#lib/imports/work/rows/read-okrs.ts";
import { readTheme } from "#lib/imports/work/rows/read-themes.ts";
import { cellsReader, type LeftValue, type RowCells } from "#lib/imports/work/rows/row-cells.ts";

type Cells = Partial<Record<WorkMeaning, string>>;

function cellsOf(given: Cells, left: LeftValue[] = []): RowCells {
  const columns = Object.keys(given).filter(isWorkMeaning);
  const read = cellsReader(columns, { columns }, left);
  return read({ row: 1, line: 2, cells: columns.map((column) => given[column] ?? "") });
}

const okr = (given: Cells) => readOkr(cellsOf({ objective: "Win", quarter: "Q4 2026", ...given }));

test.each<[Cells, string]>([
  [{ title: "", description: "Text" }, "row-work-no-title"],
  [{ title: "x".repeat(301) }, "row-work-long-title"],
  [{ title: "A", description: "x".repeat(20_001) }, "row-work-long-text"],
])("a theme can't be read from %j", (given, refused) => {
  expect(readTheme(cellsOf(given))).toMatchObject({ refused });
});

test("the text of a theme is all its columns of text, one after the other", () => {
  const columns = ["title", "description", "description"] as const;
  const read = cellsReader(columns, { columns: [...columns] }, []);
  const cells = read({ row: 1, line: 2, cells: ["Late trucks", "In short.", "At length."] });
  expect(readTheme(cells)).toMatchObject({ description: "In short.\n\nAt length." });
});

test("what a cell only says is missing is nothing said", () => {
  const theme = readTheme(cellsOf({ title: "Late trucks", description: "N/A", place: "-" }));
  expect(theme).toMatchObject({ title: "Late trucks", description: undefined, places: [] });
});

test("a factor that is no step of its scale is left out and noted, the rest comes in", () => {
  const left: LeftValue[] = [];
  const given = { title: "Offline", reach: "1,200", impact: "7", confidence: "80%", effort: "XL" };
  expect(readInitiative(cellsOf(given, left))).toMatchObject({
    ...{ reach: 1200, impactHundredths: undefined, confidenceHundredths: 80 },
    effortHalfMonths: undefined,
  });
  expect(left).toEqual([
    { key: "work-value-left", column: "impact", value: "7", line: 2 },
    { key: "work-value-left", column: "effort", value: "XL", line: 2 },
  ]);
});

test.each<[Cells, object | null]>([
  [{}, null],
  [
    { keyResult: "Active", start: "100", target: "250", current: "140" },
    { title: "Active", direction: "more", start: 100, target: 250, unit: null, now: 140 },
  ],
  [
    { keyResult: "Churn", start: "6 %", target: "4 %" },
    { title: "Churn", direction: "less", start: 6, target: 4, unit: "%" },
  ],
  [
    { keyResult: "Live", target: "yes", current: "no" },
    { title: "Live", direction: "hit", start: 0, target: 1, now: 0 },
  ],
  [{ keyResult: "Board is out" }, { title: "Board is out", direction: "hit", target: 1 }],
  [{ target: "9" }, { title: null, direction: "more", start: 0, target: 9 }],
  [
    { keyResult: "Uptime", direction: "maintain", target: "99.9", unit: "%" },
    { title: "Uptime", direction: "keep", start: 99.9, target: 99.9, unit: "%" },
  ],
])("the key result in %j is read with its direction", (given, keyResult) => {
  const read = okr(given);
  if (!("keyResult" in read)) throw new Error(read.refused);
  if (keyResult === null) expect(read.keyResult).toBeNull();
  else expect(read.keyResult).toMatchObject(keyResult);
});

test.each<[Cells, string]>([
  [{ objective: "" }, "row-work-no-objective"],
  [{ type: "Key result", title: "" }, "row-work-no-title"],
  [{ keyResult: "Broken", target: "many" }, "row-work-no-target"],
  [{ keyResult: "Broken", start: "5", direction: "less" }, "row-work-no-target"],
  [{ keyResult: "Up", direction: "more", start: "5", target: "3" }, "row-work-direction"],
])("an OKR can't be read from %j", (given, refused) => {
  expect(okr(given)).toMatchObject({ refused });
});

test("rows with a type hold an objective, or a key result under its parent", () => {
  const objective = readOkr(cellsOf({ type: "Objectif", title: "Win", parent: "Grow" }));
  expect(objective).toMatchObject({ objective: "Win", parent: "Grow", keyResult: null });
  const result = readOkr(cellsOf({ type: "KR", title: "Active", parent: "Win", target: "9" }));
  expect(result).toMatchObject({ objective: "Win", parent: undefined });
  expect(result).toMatchObject({ keyResult: { title: "Active", target: 9 } });
});

test("a row takes quarter and owner from the other rows of its objective", () => {
  const rows = [
    readOkr(cellsOf({ objective: "Win", place: "Planning", quarter: "Q4 2026", level: "Tribe" })),
    readOkr(cellsOf({ objective: "win", keyResult: "Active", target: "9" })),
    readOkr(cellsOf({ objective: "Other", keyResult: "Less", target: "1" })),
  ].flatMap((row) => ("refused" in row ? [] : [row]));
  expect(completed(rows)).toMatchObject([
    { quarter: "2026-Q4", places: ["Planning"] },
    { quarter: "2026-Q4", places: ["Planning"], level: "department" },
    { quarter: undefined, places: [], level: undefined },
  ]);
});
