import "server-only";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { unpack } from "#lib/imports/archive/unpack.ts";
import { isZip } from "#lib/imports/archive/zip.ts";
import { newSpoolPath, spoolFolder, synced } from "#lib/imports/spool.ts";
import { readUploadLimit } from "#lib/settings/reads/upload-limit.ts";

/**
 * The table of an upload: the file itself, or what the archive that it is holds, which then takes its place for good.
 * What a killed worker had half unpacked is thrown away by the next.
 * @throws UserError of `importsErrors`; `import-taken-over` when another worker unpacks it too.
 */
export async function unpackUpload(runId: string, path: string): Promise<string> {
  if (!(await isZip(path))) return path;
  const folder = join(spoolFolder(), `unpack-${runId}`);
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const unpacked = await unpack(path, { folder, limit: await readUploadLimit() });
    const table = newSpoolPath();
    await rename(unpacked, table);
    await synced(spoolFolder());
    await replace(runId, path, table);
    return table;
  } catch (error) {
    throw isGone(error) ? new UserError("import-taken-over") : error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function replace(runId: string, archive: string, table: string): Promise<void> {
  const { size } = await stat(table);
  const { count } = await db().importRun.updateMany({
    where: { id: runId, spoolPath: archive, state: "checking" },
    data: { spoolPath: table, fileBytes: BigInt(size) },
  });
  await rm(count === 0 ? table : archive, { force: true });
  if (count === 0) throw new UserError("import-taken-over");
}

/** Its folder is this run's own: only another worker on the same run throws it away. */
function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
