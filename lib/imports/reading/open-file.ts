import { stat } from "node:fs/promises";
import { UserError } from "#lib/errors.ts";
import { type DetectedEncoding, detectEncoding } from "#lib/tables/encoding.ts";
import { type Dialect, readRecords } from "#lib/tables/records.ts";
import { tooLarge } from "#lib/tables/too-large.ts";
import { detectDialect, isQuotedWhole } from "./dialect.ts";

/** The beginning of a file: how it is written, its headers, and its first rows, broken ones included. */
export type OpenedFile = {
  totalBytes: number;
  dialect: Dialect;
  bytes: Pick<DetectedEncoding, "encoding" | "strays" | "replaced">;
  headers: string[];
  sample: string[][];
};

const sampleRows = 1000;

/** Throws a UserError for what is no table, has no row, or is larger than `maxBytes`. */
export async function openFile(
  path: string,
  maxBytes = Number.POSITIVE_INFINITY,
): Promise<OpenedFile> {
  const { size } = await stat(path);
  if (size === 0) throw new UserError("importsErrors.empty");
  if (size > maxBytes) throw tooLarge(size, maxBytes);
  const detected = await detectEncoding(path);
  const dialect = await detectDialect(path, detected);
  const [headers = [], ...sample] = await readHead(path, dialect);
  if (sample.length === 0) throw new UserError("importsErrors.no-rows");
  return { totalBytes: size, dialect, bytes: detected, headers, sample };
}

/** Whether each row is one cell with the whole row in it. */
export function isRowsQuoted({ headers, sample }: OpenedFile): boolean {
  return (
    headers.length > 1 && sample.every((cells) => isQuotedWhole(cells, 0) || cells.length === 1)
  );
}

async function readHead(path: string, dialect: Dialect): Promise<string[][]> {
  const read: string[][] = [];
  for await (const { records } of readRecords(path, dialect)) {
    for (const { cells } of records) read.push(cells);
    if (read.length > sampleRows) break;
  }
  return read.slice(0, sampleRows + 1);
}
