import type { RowCells } from "./row-cells.ts";
import { longestText, longestTitle, type Refusal } from "./work-row.ts";

/** What a row says first, whether of a theme or of an initiative: what it is called, where it belongs, and its text. */
export function readTitled(cells: RowCells) {
  const title = cells.one("title");
  if (!title) return refused("row-work-no-title");
  if (title.length > longestTitle) return refused("row-work-long-title", longestTitle);
  const text = cells.all("description").join("\n\n") || undefined;
  if (text && text.length > longestText) return refused("row-work-long-text", longestText);
  const { row, line } = cells;
  return { row, line, cells, id: cells.one("id"), places: cells.all("place"), title, text };
}

function refused(reason: Refusal["refused"], most?: number): Refusal {
  return most === undefined ? { refused: reason } : { refused: reason, params: { most } };
}
