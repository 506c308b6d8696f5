import "server-only";
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { readFileSync } from "node:fs";
import { env } from "#lib/env.ts";
import { UserError } from "#lib/errors.ts";

// A backup is sealed with a key that the company keeps elsewhere than its backups: without it nobody can read one. All
// that is sealed or proved has a key of its own, derived from that one and the backup's salt.

const algorithm = "aes-256-gcm";
/** Each key seals one thing once. */
const nonce = new Uint8Array(12);
const shortest = 32;

export type BackupKeys = { salt: string; of: (use: string) => Uint8Array };

/**
 * The company's key: TRIBUNE_BACKUP_KEY, else what stands in the file TRIBUNE_BACKUP_KEY_FILE.
 * @throws UserError `backup-key-missing`
 */
export function companyKey(): string {
  const { TRIBUNE_BACKUP_KEY: given, TRIBUNE_BACKUP_KEY_FILE: path } = env();
  if (given) return given;
  const kept = path ? readKey(path) : "";
  if (kept.length < shortest) throw new UserError("backup-key-missing");
  return kept;
}

/** Where the key is, for whoever must keep a copy: a file, or the variable. */
export function placeOfKey(): string {
  const { TRIBUNE_BACKUP_KEY: given, TRIBUNE_BACKUP_KEY_FILE: path } = env();
  return given || !path ? "TRIBUNE_BACKUP_KEY" : path;
}

function readKey(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return "";
  }
}

export const newSalt = () => randomBytes(32).toString("hex");

export function keysFrom(key: string, salt: string): BackupKeys {
  return {
    salt,
    of: (use) => new Uint8Array(hkdfSync("sha256", key, Buffer.from(salt, "hex"), use, 32)),
  };
}

/** By which a key is known again, and which tells nothing of it. */
export function checkOf(keys: BackupKeys): string {
  return Buffer.from(keys.of("check")).subarray(0, 16).toString("hex");
}

export function macOf(keys: BackupKeys, bytes: Uint8Array): string {
  return createHmac("sha256", keys.of("manifest")).update(bytes).digest("hex");
}

export function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** A stream that seals the one file of that name; its tag is there once it has ended. */
export function sealing(keys: BackupKeys, file: string) {
  return createCipheriv(algorithm, keys.of(`file ${file}`), nonce);
}

export function opening(keys: BackupKeys, file: string, tag: string) {
  const decipher = createDecipheriv(algorithm, keys.of(`file ${file}`), nonce, {
    authTagLength: 16,
  });
  return decipher.setAuthTag(Buffer.from(tag, "hex"));
}

export function sealText(keys: BackupKeys, use: string, text: string): string {
  const cipher = createCipheriv(algorithm, keys.of(use), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([cipher.getAuthTag(), sealed]).toString("hex");
}

export function openText(keys: BackupKeys, use: string, sealed: string): string {
  const bytes = Buffer.from(sealed, "hex");
  const decipher = createDecipheriv(algorithm, keys.of(use), nonce, { authTagLength: 16 });
  decipher.setAuthTag(bytes.subarray(0, 16));
  return decipher.update(bytes.subarray(16), undefined, "utf8") + decipher.final("utf8");
}
