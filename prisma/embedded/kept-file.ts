import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

/** Writes a file that only its owner may read, whole or not at all, whatever ends this process meanwhile. */
export function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}.draft`;
  const file = openSync(draft, "w", 0o600);
  writeSync(file, text);
  fsyncSync(file);
  // What root writes into another's folder stays readable for its owner, who may start Tribune next time.
  if (process.getuid?.() === 0) {
    const owner = statSync(dirname(path));
    fchownSync(file, owner.uid, owner.gid);
  }
  closeSync(file);
  renameSync(draft, path);
}

/** A secret made once and kept in a file of its own (32 random bytes, base64url). */
export function keepSecret(path: string): string {
  if (!existsSync(path)) writeWhole(path, `${randomBytes(32).toString("base64url")}\n`);
  return readFileSync(path, "utf8").trim();
}
