import "server-only";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type BackupKeys,
  checkOf,
  companyKey,
  isSame,
  keysFrom,
  macOf,
  openText,
} from "#lib/backup/backup-key.ts";
import { type BackupManifest, backupManifest, MAC, MANIFEST } from "#lib/backup/manifest.ts";
import { UserError } from "#lib/errors.ts";
import { fingerprintOf } from "#lib/export/hashed-file.ts";

/** Whether a folder holds a backup, as far as it says itself: what it holds else may be an export. */
export async function isBackup(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, MANIFEST), "utf8").catch(() => "");
  return text.includes('"tribune-backup"') || existsSync(join(folder, MAC));
}

export type CheckedBackup = {
  manifest: BackupManifest;
  keys: BackupKeys;
  /** The secret of the installation it was made in. */
  secret: string | null;
};

/**
 * Reads a backup to its last byte: nothing in it is other than it was written, nothing is missing, nothing was added.
 * @throws UserError `backup-none`, `backup-key-missing`, `backup-key-wrong`, `backup-damaged` with the file's name
 */
export async function checkBackup(folder: string): Promise<CheckedBackup> {
  const bytes = await readFile(join(folder, MANIFEST)).catch(() => {
    throw new UserError("backup-none", { folder });
  });
  const manifest = parsed(bytes);
  const keys = keysFrom(companyKey(), manifest.salt);
  const mac = await readFile(join(folder, MAC), "utf8").catch(() => "");
  if (!isSame(mac, macOf(keys, bytes))) {
    if (!isSame(manifest.keyCheck, checkOf(keys))) throw new UserError("backup-key-wrong");
    throw new UserError("backup-damaged", { file: MANIFEST });
  }
  const known = new Set([MANIFEST, MAC, ...manifest.tables.map(({ file }) => file)]);
  for (const file of await readdir(folder))
    if (!known.has(file)) throw new UserError("backup-damaged", { file });
  for (const { file, bytes: size, sha256 } of manifest.tables) {
    const found = await fingerprintOf(join(folder, file)).catch(() => null);
    if (found?.bytes !== size || found.sha256 !== sha256)
      throw new UserError("backup-damaged", { file });
  }
  const secret = manifest.secret === null ? null : openText(keys, "secret", manifest.secret);
  return { manifest, keys, secret };
}

function parsed(bytes: Buffer): BackupManifest {
  try {
    return backupManifest.parse(JSON.parse(bytes.toString("utf8")));
  } catch {
    throw new UserError("backup-damaged", { file: MANIFEST });
  }
}
