import { parse } from "./parse.ts";
import { textOf } from "./runs.ts";
import type { Block } from "./tree.ts";

/** The words alone, as for a title, an excerpt or a search: a line for each block, without any sign of the form. */
export function plainText(text: string): string {
  return linesOf(parse(text)).join("\n");
}

/** The words on one line, cut at a word's end after at most `length` characters. */
export function excerpt(text: string, length: number): string {
  // Signs take room too: some more is read than shown.
  const words = plainText(text.slice(0, length * 4))
    .replace(/\s+/g, " ")
    .trim();
  if (words.length <= length) return words;
  const cut = words.slice(0, length - 1);
  const end = cut.lastIndexOf(" ");
  return `${(end > length / 2 ? cut.slice(0, end) : cut).toWellFormed().trimEnd()}…`;
}

function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap(linesOfBlock);
}

function linesOfBlock(block: Block): string[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return [textOf(block.runs)];
    case "code":
      return [block.text];
    case "quote":
      return linesOf(block.children);
    case "list":
      return block.items.flatMap((item) => linesOf(item.children));
    case "table":
      return [block.head, ...block.rows]
        .filter((row) => row.some((cell) => cell.length > 0))
        .map((row) => row.map(textOf).join(" "));
    case "rule":
      return [];
  }
}
