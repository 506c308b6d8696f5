import { z } from "zod";

// Where the next page begins: the sorted value of the last row and its id, as people's addresses carry it.

export type Cursor = { value: string; id: string };

const parts = z.tuple([z.union([z.iso.datetime(), z.string().regex(/^\d{1,10}$/)]), z.uuid()]);

export function writeCursor(cursor: Cursor): string {
  return `${cursor.value}_${cursor.id}`;
}

/** Null for what is no cursor of that kind: the list then begins at its beginning. */
export function readCursor(text: string | undefined, kind: "instant" | "number"): Cursor | null {
  const read = parts.safeParse((text ?? "").split("_"));
  if (!read.success) return null;
  const [value, id] = read.data;
  return /^\d+$/.test(value) === (kind === "number") ? { value, id } : null;
}
