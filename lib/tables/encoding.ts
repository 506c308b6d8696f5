import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { UserError } from "#lib/errors.ts";

/** A label that TextDecoder knows. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export type DetectedEncoding = { encoding: Encoding; mixed: boolean; controls: boolean };

const chunkBytes = 1024 * 1024;

/**
 * Which encoding the whole file is in: its byte order mark says so, else it is UTF-8 if every byte
 * of it agrees (the first that does not may be the last of the file), else Windows-1252.
 * `mixed` says that a Windows-1252 file also holds valid UTF-8, as a joined file does.
 * `controls` says that control characters stand in it (always true of UTF-16, which is not looked through).
 * Throws a UserError for an empty file, for a workbook or other binary, for a file that breaks the
 * encoding which its mark announces, and for UTF-8 cut inside its last character.
 */
export async function detectEncoding(path: string): Promise<DetectedEncoding> {
  const start = await firstBytes(path, 4);
  if (start.length === 0) throw new UserError("importsErrors.empty");
  if (start.toString("latin1").startsWith("PK\u0003\u0004")) {
    throw new UserError("importsErrors.workbook");
  }
  const marked = markedEncoding(start);
  if (marked === "utf-16le" || marked === "utf-16be") {
    await checkUtf16(path, marked);
    return { encoding: marked, mixed: false, controls: true };
  }
  const found = await inspectBytes(path);
  if (found.nul) throw new UserError("importsErrors.binary");
  const { controls } = found;
  if (found.valid && !found.cut) return { encoding: "utf-8", mixed: false, controls };
  if (found.valid && (marked || found.multibyte)) throw new UserError("importsErrors.cut-end");
  if (marked) throw new UserError("importsErrors.encoding", { encoding: "UTF-8" });
  return { encoding: "windows-1252", mixed: found.multibyte, controls };
}

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

async function checkUtf16(path: string, encoding: Encoding): Promise<void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of bytesOf(path)) decoder.decode(chunk, { stream: true });
    decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UserError("importsErrors.encoding", { encoding: encoding.toUpperCase() });
  }
}

async function inspectBytes(path: string) {
  let valid = true;
  let multibyte = false;
  let controls = false;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytesOf(path)) {
    if (chunk.includes(0)) return { nul: true, valid: false, multibyte, controls, cut: false };
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = bytes.length - unfinishedBytes(bytes);
    const complete = bytes.subarray(0, whole);
    rest = Buffer.from(bytes.subarray(whole));
    if (valid && !isUtf8(complete)) valid = false;
    controls ||= holdsControls(chunk);
    multibyte ||= holdsMultibyte(complete, valid);
  }
  return { nul: false, valid, multibyte, controls, cut: rest.length > 0 };
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

// An accented Latin letter in UTF-8; as Windows-1252 it would read "Ã©", which nobody writes.
const multibyteSequence = /\xc3[\x80-\xbf]/;

function holdsMultibyte(bytes: Buffer, valid: boolean): boolean {
  if (valid) return bytes.length !== bytes.toString("utf8").length;
  return multibyteSequence.test(bytes.toString("latin1"));
}

const controlBytes = [...Array(32).keys(), 127].filter((byte) => ![9, 10, 13].includes(byte));

/** A search for each of them is five times as fast as a look at every byte. */
function holdsControls(bytes: Buffer): boolean {
  return controlBytes.some((byte) => bytes.includes(byte));
}

function bytesOf(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: chunkBytes });
}
