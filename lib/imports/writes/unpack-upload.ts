import "server-only";
import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { db } from "#lib/db.ts";
import { unpack } from "#lib/imports/archive/unpack.ts";
import { isZip } from "#lib/imports/archive/zip.ts";
import type { ImportWarning } from "#lib/imports/reading/refuse-hopeless.ts";
import { writeUploadTo } from "#lib/imports/reads/upload-file.ts";
import { readUploadLimit } from "#lib/settings/reads/upload-limit.ts";

type Run = { id: string; uploadId: string; cursorRow: number };

/** Where a file's table lies, and what a person should know of how it came there. */
export type LaidTable = { path: string; warnings: ImportWarning[] };

/**
 * The table of an upload, as a file in `folder`: the upload itself, or what the archive that it is holds.
 * @throws UserError `import-file-gone`, or of `importsErrors`
 */
export async function unpackUpload(
  { id, uploadId, cursorRow }: Run,
  folder: string,
): Promise<LaidTable> {
  const path = join(folder, "upload");
  await writeUploadTo(path, uploadId);
  if (!(await isZip(path))) return { path, warnings: [] };
  const unpacked = join(folder, "unpacked");
  await mkdir(unpacked, { mode: 0o700 });
  // What was half written once is gone on with, whatever the limit is by now.
  const limit = cursorRow > 0 ? Number.MAX_SAFE_INTEGER : await readUploadLimit();
  const table = await unpack(path, { folder: unpacked, limit });
  const { size } = await stat(table.path);
  await db().importRun.updateMany({ where: { id }, data: { fileBytes: BigInt(size) } });
  return table;
}
