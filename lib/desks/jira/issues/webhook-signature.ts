import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Whether Jira signed these very bytes with the secret: `X-Hub-Signature: sha256=<hex>` is their
 * HMAC. No secret, no header, another method or another length is no signature.
 */
export function verifySignature(
  raw: Uint8Array,
  header: string | null | undefined,
  secret: string,
): boolean {
  const hex = /^sha256=([0-9a-f]{64})$/i.exec(header?.trim() ?? "")?.[1];
  if (hex === undefined || secret === "") return false;
  return timingSafeEqual(
    Buffer.from(hex, "hex"),
    createHmac("sha256", secret).update(raw).digest(),
  );
}
