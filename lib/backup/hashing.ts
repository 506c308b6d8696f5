import { createHash } from "node:crypto";

/** Passes bytes on as they are, and knows their SHA-256 and number once all have passed. */
export function hashing() {
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    async *pass(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const piece of source) {
        hash.update(piece);
        bytes += piece.byteLength;
        yield piece;
      }
    },
    bytes: () => bytes,
    digest: () => hash.digest("hex"),
  };
}
