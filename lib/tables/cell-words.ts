/** A page's address, or where its file lies in the same export. */
const notionLink =
  /\s*\((?:https:\/\/(?:[\w-]+\.)?notion\.(?:so|site|com)\/[^\s()]*|(?:[^()\n]|\([^()\n]*\))*[0-9a-f]{32}(?:_all)?\.(?:md|csv))\)/gi;
const maybeLinked = /notion\.(?:so|site|com)\/|[0-9a-f]{32}(?:_all)?\.(?:md|csv)\)/i;

/**
 * The values that one cell holds, where a desk writes a list into a cell: tags parted by commas, semicolons or line
 * ends, JSON lists, and Notion's relations, each with its page's address. Names of firms hold commas, so `commas`
 * says whether they part.
 */
export function cellWords(cell: string, { commas }: { commas: boolean }): string[] {
  const text = cell.trim();
  if (text === "" || text === "[]") return [];
  if (maybeLinked.test(text))
    return split(text.replace(/\)\s*,\s*/g, ")\n").replace(notionLink, ""), /\n/);
  if (text.startsWith("[") && text.endsWith("]")) {
    const inner = text.slice(1, -1);
    return split(inner, /,/)
      .map((word) => word.replace(/^["']|["']$/g, "").trim())
      .filter(Boolean);
  }
  return split(text, commas ? /[,;\n|]/ : /[;\n|]/);
}

/** A cell without the addresses that Notion writes behind each name of a relation. */
export function withoutNotionLinks(cell: string): string {
  return maybeLinked.test(cell) ? cell.replace(notionLink, "") : cell;
}

function split(text: string, by: RegExp): string[] {
  return text
    .split(by)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}
