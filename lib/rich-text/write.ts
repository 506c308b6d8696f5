import { escapeLine } from "./block-signs.ts";
import { writeCell } from "./parse-table.ts";
import { textOf, trimRuns } from "./runs.ts";
import type { Block, ListItem, Run } from "./tree.ts";
import { writeInline } from "./write-inline.ts";

/** Blocks in our form of text. What is empty is left out. */
export function write(blocks: readonly Block[]): string {
  return blocks
    .map(writeBlock)
    .filter((text) => text !== "")
    .join("\n\n");
}

function writeBlock(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return lines(block.runs).map(escapeLine).join("\n");
    case "heading": {
      const title = oneLine(block.runs);
      return title === "" ? "" : `${"#".repeat(block.level)} ${title}`;
    }
    case "code":
      return writeCode(block.language, block.text);
    case "quote":
      return write(block.children)
        .split("\n")
        .map((line) => (line === "" ? ">" : `> ${line}`))
        .join("\n")
        .replace(/^>$/, "");
    case "list":
      return block.items
        .map(writeItem)
        .filter((text) => text !== "")
        .join("\n");
    case "table":
      return writeTable(block.head, block.rows);
    case "rule":
      return "---";
  }
}

function lines(runs: readonly Run[]): string[] {
  return writeInline(trimRuns(runs))
    .split("\n")
    .filter((line) => line.trim() !== "");
}

function oneLine(runs: readonly Run[]): string {
  return writeInline(trimRuns(runs.map((run) => ({ ...run, text: run.text.replace(/\n/g, " ") }))));
}

function writeCode(language: string | null, text: string): string {
  if (text.trim() === "") return "";
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const ticks = "`".repeat(longest + 1);
  const body = text.replace(/^\n+|\n+$/g, "").replace(/^[ \t]+$/gm, "");
  return `${ticks}${/^[\w+#.-]{0,30}$/.test(language ?? "") ? (language ?? "") : ""}\n${body}\n${ticks}`;
}

/** The text of an item stands under its own beginning. A list below its words follows without a blank line. */
function writeItem(item: ListItem): string {
  const sign = item.number === null ? "- " : `${Math.min(item.number, 999)}. `;
  const box = item.checked === null ? "" : item.checked ? "[x] " : "[ ] ";
  const parts = item.children.map((block) => ({ type: block.type, text: writeBlock(block) }));
  let body = "";
  for (const { type, text } of parts.filter((part) => part.text !== "")) {
    if (body !== "") body += type === "list" ? "\n" : "\n\n";
    // A box needs words behind it, and so does a sign.
    body += text;
  }
  if (body === "") return "";
  const indent = " ".repeat(sign.length);
  return (
    sign +
    box +
    body
      .split("\n")
      .map((line, at) => (at === 0 || line === "" ? line : indent + line))
      .join("\n")
  );
}

function writeTable(head: readonly Run[][], rows: readonly Run[][][]): string {
  const width = rows.reduce((most, row) => Math.max(most, row.length), head.length);
  if ([head, ...rows].every((row) => row.every((cell) => textOf(cell).trim() === ""))) return "";
  const row = (cells: readonly Run[][]) =>
    `|${Array.from({ length: width }, (_, at) => ` ${writeCell(writeInline(trimRuns(cells[at] ?? [])))} |`).join("")}`;
  return [row(head), `|${" --- |".repeat(width)}`, ...rows.map(row)].join("\n");
}
