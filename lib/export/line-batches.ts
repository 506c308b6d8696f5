import { createReadStream } from "node:fs";

export type LineBatch = { lines: string[]; from: number };

const MOST_LINES = 1000;
const ENOUGH = 4_194_304;

/** A file's lines in pieces that fit in memory, with the number of each one's first. Only "\n" ends a line. */
export async function* lineBatches(path: string): AsyncGenerator<LineBatch> {
  let lines: string[] = [];
  let length = 0;
  let from = 1;
  let rest: string[] = [];
  for await (const piece of createReadStream(path, { encoding: "utf8", highWaterMark: 262_144 })) {
    const parts = String(piece).split("\n");
    const last = parts.pop() ?? "";
    for (const part of parts) {
      const line = rest.join("") + part;
      rest = [];
      lines.push(line);
      length += line.length;
      if (lines.length < MOST_LINES && length < ENOUGH) continue;
      yield { lines, from };
      from += lines.length;
      lines = [];
      length = 0;
    }
    rest.push(last);
  }
  const line = rest.join("");
  if (line !== "") lines.push(line);
  if (lines.length > 0) yield { lines, from };
}
