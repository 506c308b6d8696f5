import {
  fence,
  heading,
  isBlank,
  itemSign,
  quote,
  rule,
  startsBlock,
  tableLine,
  tableRule,
  unescapeLine,
} from "./block-signs.ts";
import { cleanText } from "./clean-text.ts";
import { parseInline } from "./parse-inline.ts";
import { takeList } from "./parse-list.ts";
import { takeTable } from "./parse-table.ts";
import { type Block, deepest, type Taken } from "./tree.ts";

/**
 * Our form of text, read. It is a small part of Markdown, chosen so that words which were never meant as markup look
 * as they were written: line breaks and blank lines count, only `**`, `_` and `~~` by a word are marks, a backslash is
 * one unless something follows that it takes the meaning of. Whatever the text, this ends in time that grows with its
 * length, and what comes out can only be shown.
 */
export function parse(text: string): Block[] {
  return parseLines(cleanText(text).split("\n"), 0);
}

function parseLines(lines: readonly string[], depth: number): Block[] {
  const blocks: Block[] = [];
  let gap = 0;
  for (let at = 0; at < lines.length; ) {
    if (isBlank(lines[at])) {
      gap += 1;
      at += 1;
      continue;
    }
    const { block, next } = takeBlock(lines, at, depth);
    blocks.push({ ...block, gap });
    gap = 0;
    at = next;
  }
  return blocks;
}

function takeBlock(lines: readonly string[], at: number, depth: number): Taken {
  const line = lines[at] ?? "";
  const opening = fence.exec(line);
  if (opening) return takeCode(lines, at, opening[1] ?? "```", opening[2] || null);
  const title = heading.exec(line);
  if (title) {
    const runs = parseInline(title[2] ?? "");
    return { block: { gap: 0, type: "heading", level: title[1]?.length ?? 1, runs }, next: at + 1 };
  }
  if (line === rule) return { block: { gap: 0, type: "rule" }, next: at + 1 };
  if (isTable(lines, at)) return takeTable(lines, at);
  if (depth < deepest && isQuote(line)) return takeQuote(lines, at, depth);
  const item = itemSign(line);
  if (depth < deepest && item)
    return takeList(lines, at, item, (inside) => parseLines(inside, depth + 1));
  return takeParagraph(lines, at, depth);
}

/** Without an end, the rest is code: so it is with a text that was cut. */
function takeCode(
  lines: readonly string[],
  at: number,
  ticks: string,
  language: string | null,
): Taken {
  let end = at + 1;
  while (end < lines.length && !isFenceEnd(lines[end] ?? "", ticks)) end += 1;
  const text = lines.slice(at + 1, end).join("\n");
  return { block: { gap: 0, type: "code", language, text }, next: end + 1 };
}

function isFenceEnd(line: string, ticks: string): boolean {
  return line.startsWith(ticks) && /^`+\s*$/.test(line);
}

/** Signs alone quote nothing. */
function isQuote(line: string): boolean {
  return line.startsWith(">") && /[^>\s]/.test(line);
}

function takeQuote(lines: readonly string[], at: number, depth: number): Taken {
  let end = at;
  while (lines[end]?.startsWith(">")) end += 1;
  const inside = lines.slice(at, end).map((line) => line.replace(quote, ""));
  return { block: { gap: 0, type: "quote", children: parseLines(inside, depth + 1) }, next: end };
}

function isTable(lines: readonly string[], at: number): boolean {
  return tableLine.test(lines[at] ?? "") && tableRule.test(lines[at + 1] ?? "");
}

function takeParagraph(lines: readonly string[], at: number, depth: number): Taken {
  let end = at + 1;
  while (end < lines.length && !isBlank(lines[end]) && !interrupts(lines, end, depth)) end += 1;
  const text = lines.slice(at, end).map(unescapeLine).join("\n");
  return { block: { gap: 0, type: "paragraph", runs: parseInline(text) }, next: end };
}

function interrupts(lines: readonly string[], at: number, depth: number): boolean {
  const line = lines[at] ?? "";
  if (isTable(lines, at)) return true;
  if (tableRule.test(line) || !(startsBlock(line) || isQuote(line))) return false;
  const nests = isQuote(line) || (itemSign(line) !== null && line !== rule);
  return !nests || depth < deepest;
}
