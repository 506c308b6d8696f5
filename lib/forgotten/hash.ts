import { createHmac } from "node:crypto";

/** How somebody who asked to be forgotten is kept: nobody reads in it who they were. */
export function erasureHash(key: Uint8Array, value: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac("sha256", key).update(value).digest());
}
