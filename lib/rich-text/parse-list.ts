import { type ItemSign, isBlank, itemSign, task } from "./block-signs.ts";
import type { Block, ListItem, Taken } from "./tree.ts";

/** Reads what stands inside an item. */
type ReadInside = (lines: readonly string[]) => Block[];

/** A list: items of one kind under each other; what is further in belongs to the item above it. */
export function takeList(
  lines: readonly string[],
  at: number,
  first: ItemSign,
  inside: ReadInside,
): Taken {
  const items: ListItem[] = [];
  let sign: ItemSign | null = first;
  let next = at;
  while (sign) {
    const end = endOfItem(lines, next + 1, first);
    items.push(readItem(lines.slice(next, end), sign, inside));
    next = end;
    const following = skipBlank(lines, next);
    sign = sameList(lines[following], first);
    if (sign) next = following;
  }
  return { block: { gap: 0, type: "list", items }, next };
}

function sameList(line: string | undefined, first: ItemSign): ItemSign | null {
  const sign = itemSign(line ?? "");
  if (!sign || (sign.number === null) !== (first.number === null)) return null;
  return Math.abs(sign.indent - first.indent) < 2 ? sign : null;
}

/** Past the lines that are further in than the sign; blank ones count when more of the item follows. */
function endOfItem(lines: readonly string[], from: number, first: ItemSign): number {
  let end = from;
  while (end < lines.length) {
    const solid = skipBlank(lines, end);
    if (solid >= lines.length || indentOf(lines[solid] ?? "") < first.indent + 2) return end;
    end = solid + 1;
  }
  return end;
}

function skipBlank(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && isBlank(lines[at])) at += 1;
  return at;
}

function readItem(lines: readonly string[], sign: ItemSign, readInside: ReadInside): ListItem {
  const [first = "", ...rest] = lines;
  const text = first.slice(sign.width);
  const done = task.exec(text);
  const inside = rest.map((line) => line.slice(Math.min(indentOf(line), sign.width)));
  return {
    number: sign.number,
    checked: done ? done[1] !== " " : null,
    children: readInside([text.replace(task, ""), ...inside]),
  };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
