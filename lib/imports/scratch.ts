import { env } from "#lib/env.ts";
import "server-only";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
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

/** What the working copies of an import are called. */
export function copiesOf(runId: string): string {
  return `import-${runId}`;
}

/**
 * Does some work in an empty folder of its own that is gone afterwards: a worker that is believed dead and goes on all the
 * same doesn't lose its files to who took its work over. What a killed process leaves, `clearScratch` or the sweep takes.
 */
export async function inScratch<Result>(
  name: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  await mkdir(scratchFolder(), { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(scratchFolder(), `${name}-`));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Takes away all that work of that name left here: for who knows that nobody is at it. */
export async function clearScratch(name: string): Promise<void> {
  for (const left of await readdir(scratchFolder()).catch(() => []))
    if (left.startsWith(`${name}-`))
      await rm(join(scratchFolder(), left), { recursive: true, force: true });
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
