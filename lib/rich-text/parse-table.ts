import { isBlank } from "./block-signs.ts";
import { parseInline } from "./parse-inline.ts";
import type { Run, Taken } from "./tree.ts";

/** A table: a line of heads, a line of dashes, lines of cells. */
export function takeTable(lines: readonly string[], at: number): Taken {
  const head = cellsOf(lines[at] ?? "");
  const rows: Run[][][] = [];
  let next = at + 2;
  while (!isBlank(lines[next]) && lines[next]?.startsWith("|")) {
    const cells = cellsOf(lines[next] ?? "");
    rows.push(head.map((_, column) => cells[column] ?? []).concat(cells.slice(head.length)));
    next += 1;
  }
  return { block: { gap: 0, type: "table", head, rows }, next };
}

/** A bar with a backslash is a bar of the text; a line break is written `<br>`, as a cell is one line. */
function cellsOf(line: string): Run[][] {
  const inside = line.trim().replace(/^\|/, "");
  const cells: string[] = [];
  let cell = "";
  for (const [part] of inside.matchAll(/\\+\||\||[^|\\]+|\\+/g)) {
    if (part === "|") {
      cells.push(cell);
      cell = "";
    } else if (part.endsWith("|")) {
      const slashes = part.length - 1;
      cell += "\\".repeat(Math.floor(slashes / 2));
      if (slashes % 2 === 1) cell += "|";
      else {
        cells.push(cell);
        cell = "";
      }
    } else cell += part;
  }
  if (cell.trim() !== "") cells.push(cell);
  return cells.map((text) => parseInline(text.trim().replace(/<br>/g, "\n")));
}

export function writeCell(text: string): string {
  return text.replace(/\\*\|/g, (bar) => `${bar.slice(0, -1).repeat(2)}\\|`).replace(/\n/g, "<br>");
}
