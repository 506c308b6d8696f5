import { createReadStream } from "node:fs";
import { UserError } from "#lib/errors.ts";
import type { Encoding } from "./encoding.ts";
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

// PostgreSQL cannot store NUL, and no other control character but tab and line ends means anything.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlCharacters = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/**
 * The records of a file as RFC 4180 has them, header included, blank lines left out, in batches of
 * what one read brings; memory does not grow with the file. `bytes` is how far the file is read.
 * Throws a UserError when a quote is still open at the end of the file.
 */
export async function* readRecords(
  path: string,
  { encoding, delimiter, newline, controls }: Dialect,
): AsyncGenerator<{ records: CsvRecord[]; bytes: number }> {
  const decoder = new TextDecoder(encoding);
  const clean = (text: string) => (controls ? text.replace(controlCharacters, "") : text);
  const scanner = createScanner(delimiter, newline);
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    bytes += chunk.length;
    const records = scanner.push(clean(decoder.decode(chunk, { stream: true })), false);
    if (scanner.pending() > longestRecord) throw unclosed(scanner.line());
    yield { records, bytes };
  }
  const records = scanner.push(clean(decoder.decode()), true);
  yield { records, bytes };
  if (scanner.pending() > 0) throw unclosed(scanner.line());
}

function unclosed(line: number): UserError {
  return new UserError("importsErrors.open-quote", { line });
}
