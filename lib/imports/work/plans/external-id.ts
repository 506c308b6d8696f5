import { hash } from "node:crypto";
import { fold } from "#lib/fold.ts";

const longest = 200;

/** What a source's files call a row: by their own id, or by its title and where it belongs. */
export function externalIdOf(
  id: string | null,
  title: string,
  ...place: (string | null)[]
): string {
  if (id !== null) return id.length <= longest ? `id:${id}` : `id:${hashed([id])}`;
  return `title:${hashed([fold(title), ...place])}`;
}

function hashed(values: (string | null)[]): string {
  return hash("sha256", JSON.stringify(values), "base64url");
}
