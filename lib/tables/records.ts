import { createReadStream } from "node:fs";
import { UserError } from "#lib/errors.ts";
import { createDecoder, type Encoding } from "./decoder.ts";
import { type CsvRecord, createScanner } from "./scanner.ts";

/** `controls`: the file holds control characters that have to be taken out. */
export type Dialect = {
  encoding: Encoding;
  delimiter: string;
  newline: "\n" | "\r";
  controls: boolean;
};

/**
 * No record of a service desk comes near (500 columns, Jira's texts of 32,767 characters): what is
 * longer is a quote that nobody closed, and waiting for it would fill the memory.
 */
const longestRecord = 16 * 1024 * 1024;
const chunkBytes = 256 * 1024;

// No control character but tab and line ends means anything; where a NUL was, something is missing and it can be seen.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlCharacters = /[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]/g;
/** The line above the column names by which a spreadsheet is told the delimiter. */
const delimiterLine = /^\uFEFF?sep=(.?)$/i;

/**
 * The records of a file as RFC 4180 has them, header included, blank lines left out, in batches of
 * what one read brings; memory does not grow with the file. `bytes` is how far the file is read.
 * Throws a UserError when a quote is still open at the end of the file.
 */
export async function* readRecords(
  path: string,
  { encoding, delimiter, newline, controls }: Dialect,
): AsyncGenerator<{ records: CsvRecord[]; bytes: number }> {
  const decode = createDecoder(encoding);
  const withoutReturns = lineEnds(newline);
  const clean = (text: string) =>
    controls ? text.replaceAll("\0", "\uFFFD").replace(controlCharacters, "") : text;
  const read = (bytes: Uint8Array, last: boolean) =>
    withoutReturns(clean(decode(bytes, last)), last);
  const scanner = createScanner(delimiter, newline);
  let bytes = 0;
  let begun = false;
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    bytes += chunk.length;
    const records = scanner.push(read(chunk, false), false);
    if (!begun && isDelimiterLine(records[0], delimiter)) records.shift();
    begun ||= records.length > 0;
    if (scanner.pending() > longestRecord) throw unclosed(scanner.line());
    yield { records, bytes };
  }
  const records = scanner.push(read(new Uint8Array(), true), true);
  if (!begun && isDelimiterLine(records[0], delimiter)) records.shift();
  yield { records, bytes };
  if (scanner.pending() > 0) throw unclosed(scanner.line());
}

/** The delimiter that a first line "sep=;" tells, and what stands below it. */
export function toldDelimiter(text: string): { delimiter: string; rest: string } | null {
  const [first = ""] = text.split(/\r?\n|\r/, 1);
  const delimiter = delimiterLine.exec(first.replaceAll('"', ""))?.[1];
  return delimiter ? { delimiter, rest: text.slice(first.length).replace(/^\r?\n|^\r/, "") } : null;
}

function isDelimiterLine(record: CsvRecord | undefined, delimiter: string): boolean {
  return record !== undefined && delimiterLine.test(record.cells.join(delimiter));
}

/**
 * Line ends within cells are as a Unix writes them, so that the same ticket from another system is no changed one.
 * A return at the end of a piece waits for what follows.
 */
function lineEnds(newline: "\n" | "\r"): (text: string, last: boolean) => string {
  let waits = false;
  return (piece, last) => {
    if (newline === "\r") return piece;
    const text = waits ? `\r${piece}` : piece;
    waits = !last && text.endsWith("\r");
    const whole = waits ? text.slice(0, -1) : text;
    return whole.includes("\r") ? whole.replaceAll("\r\n", "\n") : whole;
  };
}

function unclosed(line: number): UserError {
  return new UserError("importsErrors.open-quote", { line });
}
