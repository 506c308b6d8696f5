import type { BlockBuilder } from "./block-builder.ts";
import type { Run } from "./tree.ts";
import { writeRuns } from "./wiki-inline.ts";

/**
 * A table of wiki markup that begins on the line at `at`; returns the line after it, `at` itself when none begins
 * there. A cell may go on over several lines, until its row ends with a bar.
 */
export function takeWikiTable(
  lines: readonly string[],
  at: number,
  runsOf: (cell: string) => Run[],
  builder: BlockBuilder,
): number {
  let next = at;
  if (!isRow(lines[at])) return at;
  builder.breakWords();
  builder.open({ type: "table" });
  while (lines[next]?.trimStart().startsWith("|")) {
    let row = (lines[next] ?? "").trim();
    next += 1;
    while (!row.endsWith("|") && next < lines.length && /^\s*[^|\s]/.test(lines[next] ?? "")) {
      row += `\n${lines[next]}`;
      next += 1;
    }
    writeRow(row, runsOf, builder);
  }
  builder.close();
  return next;
}

/** Has a second bar at least: a lone one is a bar. */
function isRow(line: string | undefined): boolean {
  const row = line?.trim() ?? "";
  return row.startsWith("|") && row.length > 2 && row.indexOf("|", 2) !== -1;
}

const part = /\|\||\||\[[^[\]\n]*\]|\{[^{}\n]*\}|![^!\n|]*\|[^!\n]*!|\\.|[^|[{!\\]+|[^|]/gs;

function writeRow(row: string, runsOf: (cell: string) => Run[], builder: BlockBuilder): void {
  builder.open({ type: "row" });
  let cell: string | null = null;
  let isHead = false;
  const end = () => {
    if (cell === null) return;
    builder.open({ type: "cell", isHead });
    for (const line of cell.split("\n")) {
      writeRuns(builder, runsOf(line.trim()));
      builder.text("\n");
    }
    builder.close();
  };
  for (const [found] of row.matchAll(part)) {
    if (found === "|" || found === "||") {
      end();
      cell = "";
      isHead = found === "||";
    } else cell = (cell ?? "") + found;
  }
  if (cell?.trim()) end();
  builder.close();
}
