import { createHmac, timingSafeEqual } from "node:crypto";

/** What `X-Hub-Signature: sha256=<hex>` claims; null where it is no such signature. */
export function claimedSignature(header: string | null | undefined): Buffer | null {
  const hex = /^sha256=([0-9a-f]{64})$/i.exec(header?.trim() ?? "")?.[1];
  return hex === undefined ? null : Buffer.from(hex, "hex");
}

/** Signs the bytes of a body with the secret, as Jira does, while they come. */
export type Signing = {
  add: (bytes: Uint8Array) => void;
  /** Whether what was added is what was claimed to be signed. Asked once. */
  proves: (claimed: Uint8Array) => boolean;
};

export function signing(secret: string): Signing {
  const hmac = createHmac("sha256", secret);
  return {
    add: (bytes) => void hmac.update(bytes),
    // No secret, no signature.
    proves: (claimed) => secret !== "" && timingSafeEqual(claimed, hmac.digest()),
  };
}
