import type { Block, Run } from "./tree.ts";

/** Blocks as the lines of a cell, which holds no blocks: an item keeps its sign, code its mark. */
export function asCell(blocks: readonly Block[]): Run[] {
  const lines = blocks.flatMap(linesOf);
  return lines.flatMap((line, at) => (at === 0 ? line : [plain("\n"), ...line]));
}

function linesOf(block: Block): Run[][] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return [block.runs];
    case "code":
      return block.text
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((text) => [{ text, marks: ["code"], href: null }]);
    case "quote":
      return [asCell(block.children)];
    case "list":
      return block.items.map((item) => [plain(signOf(item)), ...asCell(item.children)]);
    case "table":
      return [block.head, ...block.rows]
        .filter((row) => row.some((cell) => cell.length > 0))
        .map((row) => row.flatMap((cell, at) => (at === 0 ? cell : [plain(" · "), ...cell])));
    case "rule":
      return [];
  }
}

function signOf({ number, checked }: { number: number | null; checked: boolean | null }): string {
  if (checked !== null) return checked ? "☑ " : "☐ ";
  return number === null ? "• " : `${number}. `;
}

function plain(text: string): Run {
  return { text, marks: [], href: null };
}
