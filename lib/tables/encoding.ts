import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { UserError } from "#lib/errors.ts";
import type { Encoding } from "./decoder.ts";
import { guessLegacy, legacyTally } from "./legacy-encoding.ts";

/** Bytes that are not as the rest of the file, and the first lines they stand on. */
export type OddBytes = { count: number; lines: number[] };

export type DetectedEncoding = {
  encoding: Encoding;
  controls: boolean;
  /** Bytes of a UTF-8 file that are none, and are read as Windows-1252. */
  strays: OddBytes;
  /** What no text holds, NULs and halves of letters: U+FFFD stands for it. */
  replaced: OddBytes;
};

const chunkBytes = 1024 * 1024;
const linesNamed = 5;
/** More of its bytes than this are NUL in no text; a program's data easily are. */
const oddOfText = 0.01;

/**
 * Which encoding the file is in: its byte order mark says so, else it is UTF-8 where its bytes agree, else what its
 * accents make words in. A few bytes that are no UTF-8 in a file that is don't make all of it something else: `utf-8`
 * with `strays`, which are read one by one.
 * `controls` says that control characters stand in it (always true of UTF-16, which is not looked through).
 * Throws a UserError for an empty file, for a workbook or other binary, for a file that breaks the
 * encoding which its mark announces, for UTF-8 cut inside its last character, and for accents of no encoding we know.
 */
export async function detectEncoding(path: string): Promise<DetectedEncoding> {
  const start = await firstBytes(path, 4096);
  if (start.length === 0) throw new UserError("importsErrors.empty");
  if (start.toString("latin1", 0, 4) === "PK\u0003\u0004") {
    throw new UserError("importsErrors.workbook");
  }
  const marked = markedEncoding(start);
  const wide = marked ?? unmarkedUtf16(start);
  if (wide === "utf-16le" || wide === "utf-16be") {
    return {
      encoding: wide,
      controls: true,
      strays: none(),
      replaced: await inspectUtf16(path, wide),
    };
  }
  const found = await inspectBytes(path);
  const { controls, strays, replaced } = found;
  if (replaced.count > 1 && replaced.count > found.bytes * oddOfText)
    throw new UserError("importsErrors.binary");
  if (strays.count === 0 && !found.cut) return { encoding: "utf-8", controls, strays, replaced };
  if (strays.count === 0 && (marked || found.latin)) throw new UserError("importsErrors.cut-end");
  if (marked || found.latin || found.multibyte > strays.count)
    return { encoding: "utf-8-and-windows-1252", controls, strays, replaced };
  const legacy = guessLegacy(found.tally);
  if (legacy === null) throw new UserError("importsErrors.accents", { line: strays.lines[0] ?? 1 });
  return { encoding: legacy, controls, strays: none(), replaced };
}

const none = (): OddBytes => ({ count: 0, lines: [] });

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function markedEncoding(start: Buffer): Encoding | null {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return "utf-8";
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  return null;
}

/** Headers are mostly Latin letters: every second byte of them is NUL, and none of the others. */
function unmarkedUtf16(start: Buffer): Encoding | null {
  const pairs = Math.floor(start.length / 2);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (start[at] === 0) even += 1;
    if (start[at + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.6 && even === 0) return "utf-16le";
  return even > pairs * 0.6 && odd === 0 ? "utf-16be" : null;
}

async function inspectUtf16(path: string, encoding: "utf-16le" | "utf-16be"): Promise<OddBytes> {
  const decoder = new TextDecoder(encoding);
  const replaced = none();
  let letters = 0;
  let line = 1;
  for await (const chunk of bytesOf(path)) {
    const text = decoder.decode(chunk, { stream: true });
    letters += text.length;
    for (const { 0: sign } of text.matchAll(/[\n\0\uFFFD]/g)) {
      if (sign === "\n") line += 1;
      else note(replaced, line);
    }
  }
  if (replaced.count > 1 && replaced.count > letters * oddOfText)
    throw new UserError("importsErrors.encoding", { encoding: encoding.toUpperCase() });
  return replaced;
}

async function inspectBytes(path: string) {
  const found = {
    ...{ bytes: 0, multibyte: 0, latin: false, controls: false, cut: false },
    ...{ strays: none(), replaced: none(), tally: legacyTally() },
  };
  let line = 1;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytesOf(path)) {
    found.bytes += chunk.length;
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const complete = bytes.subarray(0, bytes.length - unfinishedBytes(bytes));
    rest = Buffer.from(bytes.subarray(complete.length));
    const lineAt = lineCounter(complete, line);
    if (isUtf8(complete)) {
      // A whole piece that is UTF-8 leaves no doubt.
      found.latin ||= complete.length !== complete.toString("utf8").length;
    } else lookAtLetters(complete, found, lineAt);
    found.controls ||= holdsControls(complete);
    for (let at = complete.indexOf(0); at !== -1; at = complete.indexOf(0, at + 1))
      note(found.replaced, lineAt(at));
    line = lineAt(complete.length);
  }
  found.cut = rest.length > 0;
  return found;
}

const utf8Letter = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/;
const letters = new RegExp(`${utf8Letter.source}|[\\x80-\\xff]`, "g");

/** Tells a UTF-8 letter from a byte that is none; "Ã©" and its like are what nobody writes in another encoding. */
function lookAtLetters(
  bytes: Buffer,
  found: { multibyte: number; latin: boolean; strays: OddBytes; tally: Map<string, number> },
  lineAt: (at: number) => number,
): void {
  const text = bytes.toString("latin1");
  for (const { 0: letter, index } of text.matchAll(letters)) {
    if (letter.length === 1) note(found.strays, lineAt(index));
    else {
      found.multibyte += 1;
      found.latin ||= letter.startsWith("\xc3");
    }
    const around = text.slice(Math.max(0, index - 1), index + 2);
    if (letter.length === 1) found.tally.set(around, (found.tally.get(around) ?? 0) + 1);
  }
}

function note(odd: OddBytes, line: number): void {
  odd.count += 1;
  if (odd.lines.length < linesNamed && odd.lines.at(-1) !== line) odd.lines.push(line);
}

/** The line that a place is on, for places that are asked for one after the other. */
function lineCounter(bytes: Buffer, first: number): (at: number) => number {
  let line = first;
  let next = bytes.indexOf(10);
  return (at) => {
    while (next !== -1 && next < at) {
      line += 1;
      next = bytes.indexOf(10, next + 1);
    }
    return line;
  };
}

/** How many bytes at the end begin a UTF-8 character that the next chunk finishes. */
function unfinishedBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
  }
  return 0;
}

const controlBytes = [...Array(32).keys(), 127].filter((byte) => ![9, 10, 13].includes(byte));

/** A search for each of them is five times as fast as a look at every byte. */
function holdsControls(bytes: Buffer): boolean {
  return controlBytes.some((byte) => bytes.includes(byte));
}

function bytesOf(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: chunkBytes });
}
