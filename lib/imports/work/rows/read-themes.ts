import { relationNames } from "./read-words.ts";
import type { RowCells } from "./row-cells.ts";
import { longestText, longestTitle, type Refusal, type ThemeRow } from "./work-row.ts";

export function readTheme(cells: RowCells): ThemeRow | Refusal {
  const title = cells.one("title");
  if (!title) return { refused: "row-work-no-title" };
  if (title.length > longestTitle)
    return { refused: "row-work-long-title", params: { most: longestTitle } };
  const description = textOf(cells);
  if ("refused" in description) return description;
  return {
    row: cells.row,
    line: cells.line,
    cells,
    id: cells.one("id"),
    places: cells.all("place"),
    title,
    description: description.text,
    insights: cells.all("insights").flatMap(relationNames),
  };
}

export function textOf(cells: RowCells): { text: string | undefined } | Refusal {
  const text = cells.all("description").join("\n\n") || undefined;
  if (text && text.length > longestText)
    return { refused: "row-work-long-text", params: { most: longestText } };
  return { text };
}
