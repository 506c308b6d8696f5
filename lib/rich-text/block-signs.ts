// How the lines of a block begin. A line that begins so by chance gets a backslash, and loses it again when it is read.

export const fence = /^(`{3,})([\w+#.-]{0,30})[ \t]*$/;
export const heading = /^(#{1,6}) +(\S.*)$/;
export const quote = /^> ?/;
export const rule = "---";
export const tableLine = /^\|.*\|[ \t]*$/;
export const tableRule = /^\|(?: *:?-+:? *\|)+[ \t]*$/;
export const task = /^\[([ xX])\] (?=\S)/;

const bullet = /^( *)([-*]) +(?=\S)/;
const numbered = /^( *)(\d{1,3})[.)] +(?=\S)/;

export type ItemSign = { indent: number; width: number; number: number | null };

/** The sign of a list item, and how far in its text begins. */
export function itemSign(line: string): ItemSign | null {
  const found = bullet.exec(line) ?? numbered.exec(line);
  if (!found) return null;
  const [whole, indent = "", sign = ""] = found;
  const number = /\d/.test(sign) ? Number(sign) : null;
  return { indent: indent.length, width: whole.length, number };
}

export function startsBlock(line: string): boolean {
  return (
    line === rule ||
    fence.test(line) ||
    heading.test(line) ||
    tableRule.test(line) ||
    itemSign(line) !== null
  );
}

/**
 * A line of a paragraph, so that it is not taken for something else. Lists and quotes typed by hand ("- ", "1. ", "> ")
 * are left: they are meant as what they look like.
 */
export function escapeLine(line: string): string {
  return isTaken(line.replace(/^\\+/, "")) ? `\\${line}` : line;
}

export function unescapeLine(line: string): string {
  return line.startsWith("\\") && isTaken(line.replace(/^\\+/, "")) ? line.slice(1) : line;
}

function isTaken(line: string): boolean {
  return (
    line === rule ||
    fence.test(line) ||
    heading.test(line) ||
    tableRule.test(line) ||
    task.test(line)
  );
}

export function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === "";
}
