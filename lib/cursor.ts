import { z } from "zod";

// Where the next page begins: the sorted value of the last row and its id, as people's addresses carry it.

export type Cursor = { value: string; id: string };

const MOST = 2_147_483_647;
const instant = z.iso.datetime().refine((text) => text >= "1900" && text < "2200");
const number = z.string().regex(/^\d{1,16}$/);
const parts = z.tuple([z.union([instant, number]), z.uuid()]);

export function writeCursor(cursor: Cursor): string {
  return `${cursor.value}_${cursor.id}`;
}

/** Null for what is no cursor of that kind: the list then begins at its beginning. */
export function readCursor(
  text: string | undefined,
  kind: "instant" | "number" | "amount",
): Cursor | null {
  const read = parts.safeParse((text ?? "").split("_"));
  if (!read.success) return null;
  const [value, id] = read.data;
  if (kind === "number" && Number(value) > MOST) return null;
  return /^\d+$/.test(value) === (kind !== "instant") ? { value, id } : null;
}
