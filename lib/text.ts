/** Text as PostgreSQL can keep it: without NUL, and without half characters, which nobody types. */
export function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

/** The same of every text in what a form or a request brought; files and the like pass as they are. */
export function storableIn(value: unknown): unknown {
  if (typeof value === "string") return storable(value);
  if (Array.isArray(value)) return value.map(storableIn);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, storableIn(part)]));
}

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Text for a LIKE pattern, in which the signs that stand for others stand for themselves. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
