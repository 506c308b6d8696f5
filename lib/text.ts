/** Stands where a character was that can't be kept, as everywhere else in the world. */
const replacement = "\ufffd";

/** Text as PostgreSQL can keep it: what it can't, NUL and half a character, is replaced and so can be seen. */
export function storable(text: string): string {
  return text.replaceAll("\0", replacement).toWellFormed();
}

/** The same of every text and name in what came through a door; files and the like pass as they are. */
export function storableIn(value: unknown): unknown {
  if (typeof value === "string") return storable(value);
  if (Array.isArray(value)) return value.map(storableIn);
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [storable(key), storableIn(part)]),
  );
}

/** What somebody looks for: nobody means what can't be kept. */
export function lookedFor(text: string): string {
  return storable(text).replaceAll(replacement, "");
}

/** As JSON writes them: half characters, of which whole ones are two, and NUL. */
const escaped = /\\u(?:0000|d[89a-f])/i;

/** What a JSON holds, as PostgreSQL can keep it. @throws SyntaxError for what is no JSON */
export function storableJson(text: string): unknown {
  const read: unknown = JSON.parse(text);
  return escaped.test(text) ? storableIn(read) : read;
}

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** A value as JSON that PostgreSQL takes, whatever was cut or decoded after it came in. */
export function jsonToKeep(value: unknown): string {
  const json = JSON.stringify(value);
  return escaped.test(json) ? JSON.stringify(storableIn(value)) : json;
}

/** Text for a LIKE pattern, in which the signs that stand for others stand for themselves. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
