import { open as openHandle } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { UserError } from "#lib/errors.ts";
import { isOffice } from "./choose-files.ts";

export type ZipEntry = {
  name: string;
  /** Bytes once unpacked, as the archive says; `bytes` never gives more. */
  size: number;
  packed: number;
  bytes: () => AsyncGenerator<Uint8Array>;
};

export type Zip = { entries: ZipEntry[]; close: () => void };

const mostEntries = 200_000;
const localHeader = 30;

/** Whether a file is an archive, by its first bytes: names say nothing. */
export async function isZip(path: string): Promise<boolean> {
  const start = (await firstBytes(path, 4)).toString("latin1");
  return start === "PK\u0003\u0004" || start === "PK\u0005\u0006";
}

/**
 * The files of an archive that `wanted` names; what they hold is read when it is asked for.
 * @throws UserError of `importsErrors`: `workbook`, `archive-damaged`, `archive-locked`, `archive-entries`
 */
export async function openZip(path: string, wanted: (name: string) => boolean): Promise<Zip> {
  const zip = await openPromise(path, { autoClose: false }).catch(async (error: unknown) => {
    throw (await isOfficeFile(path)) ? new UserError("importsErrors.workbook") : refusalIn(error);
  });
  try {
    return { entries: await listEntries(zip, wanted), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw refusalIn(error);
  }
}

async function listEntries(zip: ZipFile, wanted: (name: string) => boolean): Promise<ZipEntry[]> {
  if (zip.entryCount > mostEntries)
    throw new UserError("importsErrors.archive-entries", { limit: mostEntries });
  const found: ZipEntry[] = [];
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName;
    if (isOffice(name)) throw new UserError("importsErrors.workbook");
    if (name.endsWith("/") || !wanted(name)) continue;
    if (entry.isEncrypted()) throw new UserError("importsErrors.archive-locked");
    found.push({
      name,
      size: entry.uncompressedSize,
      packed: entry.compressedSize,
      bytes: () => bytesOf(zip, entry),
    });
  }
  return found;
}

/** Not one byte more than was announced; the last comes only when all of them are as they were packed. */
async function* bytesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let sum = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw refusalIn(error);
  }
  if (sum !== entry.crc32) throw new UserError("importsErrors.archive-damaged");
}

/** Cut before its list of files, or too short to tell: a workbook is known by the name of its first part. */
async function isOfficeFile(path: string): Promise<boolean> {
  const head = await firstBytes(path, localHeader + 64);
  return head.length <= localHeader || isOffice(head.subarray(localHeader).toString("latin1"));
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await openHandle(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** What the archive is to blame for; a disk that fails is not its fault. */
function refusalIn(error: unknown): unknown {
  if (error instanceof UserError || !(error instanceof Error)) return error;
  if ("code" in error && !String(error.code).startsWith("Z_")) return error;
  const isLocked = /encrypt/i.test(error.message);
  return new UserError(`importsErrors.${isLocked ? "archive-locked" : "archive-damaged"}`);
}
