import { env } from "#lib/env.ts";
import "server-only";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";

// Working copies on this machine's disk, for what reads a file several times or jumps about in it. Nothing here is
// needed: whoever is killed over one makes it anew.

const orphanAfterMs = 24 * 3600 * 1000;

export function dataFolder(): string {
  return resolve(env().TRIBUNE_DATA_DIR ?? ".tribune");
}

export function scratchFolder(): string {
  return join(dataFolder(), "scratch");
}

/**
 * Does some work in an empty folder that is gone afterwards. Work of the same name finds its own again, and whatever a
 * killed process left there goes first.
 */
export async function inScratch<Result>(
  name: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = join(scratchFolder(), name);
  const clear = () => rm(folder, { recursive: true, force: true });
  await clear();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    return await work(folder);
  } finally {
    await clear();
  }
}

/** What was left by processes that were killed and work that nobody began again. */
export async function sweepScratch(now: Date): Promise<void> {
  await sweepFolder(scratchFolder(), now);
}

/** Takes away what nobody has touched for a day. */
export async function sweepFolder(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && now.getTime() - found.mtimeMs > orphanAfterMs)
      await rm(path, { force: true, recursive: true });
  }
}
