import { open } from "node:fs/promises";
import { UserError } from "#lib/errors.ts";
import { createDecoder, type Encoding } from "#lib/tables/decoder.ts";
import type { DetectedEncoding } from "#lib/tables/encoding.ts";
import { type Dialect, toldDelimiter } from "#lib/tables/records.ts";
import { createScanner } from "#lib/tables/scanner.ts";
import { fieldOf, isListHeader } from "#lib/tickets/field-names.ts";

const delimiters = [",", ";", "\t", "|", "^"];
const headBytes = 1024 * 1024;

/**
 * The delimiter under which the first line holds most of the column names we know. The shape of the
 * rows says nothing: a text full of semicolons would win over the commas around it. Only where no name is known, as
 * in a form with questions of its own, does the shape decide.
 * Throws a UserError for a file that is no table, and for one whose lines are each
 * quoted whole, as a spreadsheet does when it saved the file once too often.
 */
export async function detectDialect(
  path: string,
  { encoding, controls }: DetectedEncoding,
): Promise<Dialect> {
  const head = await readHead(path, encoding);
  if (head.text.trim() === "") throw new UserError("importsErrors.empty");
  const newline = head.text.includes("\n") || !head.text.includes("\r") ? "\n" : "\r";
  const told = toldDelimiter(head.text);
  if (told && delimiters.includes(told.delimiter))
    return { encoding, delimiter: told.delimiter, newline, controls };
  const tried = delimiters.map((delimiter) => {
    const cells = firstRecord(head.text, delimiter, newline, head.whole);
    return { delimiter, cells, known: countKnown(cells) };
  });
  const known = tried.reduce((a, b) => (b.known > a.known ? b : a));
  const shaped = known.known > 0 ? null : byShape(head.text, newline, head.whole);
  const best = tried.find(({ delimiter }) => delimiter === shaped) ?? known;
  if (tried.some(({ cells }) => isQuotedWhole(cells, best.known))) {
    throw new UserError("importsErrors.rows-quoted");
  }
  if (best.known === 0 && shaped === null) throw new UserError("importsErrors.not-csv");
  return { encoding, delimiter: best.delimiter, newline, controls };
}

/** Whether one cell is itself a line of cells, with more known names than the line around it. */
export function isQuotedWhole(cells: string[], known: number): boolean {
  const first = cells[0] ?? "";
  return delimiters.some((delimiter) => {
    const inner = first.includes(delimiter) ? firstRecord(first, delimiter, "\n", true) : [];
    return inner.length > 1 && countKnown(inner) > known;
  });
}

/** The delimiter that gives most columns, most rows having as many and each column a name of its own. */
function byShape(text: string, newline: "\n" | "\r", whole: boolean): string | null {
  let best: { delimiter: string; width: number } | null = null;
  for (const delimiter of delimiters) {
    const records = createScanner(delimiter, newline).push(text, whole).slice(0, 50);
    const [names = [], ...rows] = records.map(({ cells }) => cells);
    const width = names.length;
    if (width < 2 || width <= (best?.width ?? 0) || rows.length === 0) continue;
    const filled = names.map((name) => name.trim()).filter((name) => name !== "");
    if (new Set(filled).size < width * 0.9 || filled.some((name) => name.length > 300)) continue;
    if (rows.filter((cells) => cells.length === width).length < rows.length / 2) continue;
    best = { delimiter, width };
  }
  return best?.delimiter ?? null;
}

function countKnown(cells: string[]): number {
  return cells.filter((cell) => fieldOf(cell) !== null || isListHeader(cell)).length;
}

function firstRecord(text: string, delimiter: string, newline: "\n" | "\r", last: boolean) {
  return createScanner(delimiter, newline).first(text, last)?.cells ?? [];
}

async function readHead(path: string, encoding: Encoding) {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const text = createDecoder(encoding)(buffer.subarray(0, bytesRead), false);
    return { text, whole: bytesRead < headBytes };
  } finally {
    await file.close();
  }
}
