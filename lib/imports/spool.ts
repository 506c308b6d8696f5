import { env } from "#lib/env.ts";
import "server-only";
import { createHash, type Hash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { UserError } from "#lib/errors.ts";

// Uploaded files wait here, whole, until their import is done. The web server writes them, the worker reads them.

const orphanAfterMs = 24 * 3600 * 1000;

export function spoolFolder(): string {
  return resolve(env().TRIBUNE_DATA_DIR ?? ".tribune", "spool");
}

export function newSpoolPath(): string {
  return join(spoolFolder(), `${randomUUID()}.csv`);
}

/** A file that waits, and what it holds as SHA-256 in hexadecimal: two files of one length are not one. */
export type Spooled = { path: string; digest: string };

/**
 * Stores a body of exactly `length` bytes and answers once it is on the disk.
 * @throws UserError `upload-cut` when more or less came; nothing is left then.
 */
export async function spool(body: AsyncIterable<Uint8Array>, length: number): Promise<Spooled> {
  const folder = spoolFolder();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = newSpoolPath();
  try {
    const hash = createHash("sha256");
    const received = await store(path, body, { length, hash });
    if (received !== length) throw new UserError("upload-cut", { received, expected: length });
    await synced(folder);
    return { path, digest: hash.digest("hex") };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Files that no run waits for: an upload was killed before it was noted, or an archive while it was unpacked. */
export async function sweepSpool(wanted: ReadonlySet<string>, now: Date): Promise<void> {
  const folder = spoolFolder();
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const path = join(folder, name);
    const found = wanted.has(path) ? null : await stat(path).catch(() => null);
    if (found && now.getTime() - found.mtimeMs > orphanAfterMs)
      await rm(path, { force: true, recursive: true });
  }
}

/** @returns the bytes that came; stops reading at the first one too many. */
async function store(
  path: string,
  body: AsyncIterable<Uint8Array>,
  { length, hash }: { length: number; hash: Hash },
): Promise<number> {
  const file = await open(path, "wx", 0o600);
  let received = 0;
  try {
    for await (const chunk of body) {
      received += chunk.byteLength;
      if (received > length) break;
      hash.update(chunk);
      await file.write(chunk);
    }
    await file.sync();
  } catch (error) {
    // A connection that breaks is an upload that was cut; a disk that fails is not.
    if (isOurs(error)) throw error;
    throw new UserError("upload-cut", { received, expected: length });
  } finally {
    await file.close();
  }
  return received;
}

function isOurs(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return code === "ENOSPC" || code === "EIO" || code === "EDQUOT" || code === "EROFS";
}

/** The name of a new file is safe only when its folder is. */
export async function synced(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
