import { access, constants, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { tableOfPages } from "#lib/cli/markdown-pages.ts";
import { shell } from "#lib/env.ts";
import { UserError } from "#lib/errors.ts";
import { unpack } from "#lib/imports/archive/unpack.ts";
import { isZip } from "#lib/imports/archive/zip.ts";
import type { ImportWarning } from "#lib/imports/reading/refuse-hopeless.ts";
import { readUploadLimit } from "#lib/settings/reads/upload-limit.ts";

export type GivenFile = {
  name: string;
  path: string;
  warnings: ImportWarning[];
  discard: () => Promise<void>;
};

/**
 * The file itself, what an archive holds, or the pages of a folder as one.
 * @throws UserError `cli.no-file`, or of `importsErrors` for what holds no table
 */
export async function fileAt(given: string): Promise<GivenFile> {
  const path = resolve(shell().folder, given);
  const found = await stat(path).catch(() => {
    throw new UserError("cli.no-file", { file: given });
  });
  const isReadable = await access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
  if (!isReadable || !(found.isFile() || found.isDirectory()))
    throw new UserError("cli.no-file", { file: given });
  if (found.isDirectory())
    return { name: basename(path), warnings: [], ...(await tableOfPages(path)) };
  if (await isZip(path)) return { name: basename(path), ...(await unpacked(path)) };
  return { name: basename(path), path, warnings: [], discard: async () => {} };
}

async function unpacked(archive: string) {
  const folder = await mkdtemp(join(tmpdir(), "tribune-archive-"));
  const discard = () => rm(folder, { recursive: true, force: true });
  try {
    return { ...(await unpack(archive, { folder, limit: await readUploadLimit() })), discard };
  } catch (error) {
    await discard();
    throw error;
  }
}
