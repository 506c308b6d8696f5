import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "#lib/errors.ts";
import { fingerprintOf } from "#lib/export/hashed-file.ts";
import { MANIFEST, type Manifest, manifestSchema } from "#lib/export/manifest.ts";

/** @throws UserError `restore-no-export`, `restore-file-missing`, `restore-file-changed` with the file's name */
export async function checkFiles(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  for (const [file, expected] of Object.entries(manifest.files)) {
    const found = await fingerprintOf(join(folder, file)).catch(() => {
      throw new UserError("restore-file-missing", { file });
    });
    if (found.bytes !== expected.bytes || found.sha256 !== expected.sha256)
      throw new UserError("restore-file-changed", { file });
  }
  return manifest;
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), "utf8").catch(() => {
    throw new UserError("restore-no-export", { folder });
  });
  try {
    const manifest = manifestSchema.parse(JSON.parse(text));
    if (manifest.tables.every(({ jsonl }) => Object.hasOwn(manifest.files, jsonl))) return manifest;
  } catch {
    // Told below.
  }
  throw new UserError("restore-file-changed", { file: MANIFEST });
}
