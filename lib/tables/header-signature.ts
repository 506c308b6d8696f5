import { hash } from "node:crypto";
import { fold } from "#lib/fold.ts";

/** By which a file's headers are known again: the same ones in the same order, written more or less alike. */
export function headerSignature(headers: string[]): string {
  return hash("sha256", JSON.stringify(headers.map(fold)), "base64url");
}
