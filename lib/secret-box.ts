import "server-only";
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "#lib/env.ts";
import { UserError } from "#lib/errors.ts";

// AES-256-GCM under a key that is derived from the installation's secret, which is never in the database: a copy of
// the database alone opens nothing. Layout: 1 byte version, 12 bytes nonce, 16 bytes tag, the sealed text.

const version = 1;
const algorithm = "aes-256-gcm";

/** Seals `text` for one place (such as a source's id and the secret's name); it opens nowhere else. */
export function seal(text: string, place: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, keyFor("secrets"), nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return new Uint8Array(
    Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), sealed]),
  );
}

/**
 * @throws UserError `secret-unreadable` when it was sealed elsewhere, or the installation's secret has changed;
 *   `installation-secret-missing`
 */
export function unseal(box: Uint8Array, place: string): string {
  const key = keyFor("secrets");
  try {
    if (box[0] !== version) throw new Error("unknown version");
    const decipher = createDecipheriv(algorithm, key, box.subarray(1, 13), { authTagLength: 16 })
      .setAAD(Buffer.from(place))
      .setAuthTag(box.subarray(13, 29));
    return decipher.update(box.subarray(29), undefined, "utf8") + decipher.final("utf8");
  } catch {
    throw new UserError("secret-unreadable");
  }
}

/** As those were hashed who were erased before erasures had a key of their own (`erasure-key.ts`). */
export function keyedHash(value: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac("sha256", keyFor("erasures")).update(value).digest());
}

const keys = new Map<string, Uint8Array>();

function keyFor(use: "secrets" | "erasures"): Uint8Array {
  const secret = env().NEXTAUTH_SECRET;
  if (!secret) throw new UserError("installation-secret-missing");
  const key = keys.get(use) ?? new Uint8Array(hkdfSync("sha256", secret, "tribune", use, 32));
  keys.set(use, key);
  return key;
}
