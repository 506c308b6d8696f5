import { readTitled } from "./read-titled.ts";
import { relationNames } from "./read-words.ts";
import type { RowCells } from "./row-cells.ts";
import type { Refusal, ThemeRow } from "./work-row.ts";

export function readTheme(cells: RowCells): ThemeRow | Refusal {
  const titled = readTitled(cells);
  if ("refused" in titled) return titled;
  const { text: description, ...common } = titled;
  return { ...common, description, insights: cells.all("insights").flatMap(relationNames) };
}
