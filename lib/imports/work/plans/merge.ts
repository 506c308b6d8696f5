import { hash } from "node:crypto";

// What an import may write of something that is here: a field that still says what the last import wrote, or that
// nobody has filled. Whatever people decided since stays.

export type Change = { field: string; before: unknown; after: unknown };

export type Merged<Fields> = {
  /** What is to be written. */
  changes: Partial<Fields>;
  /** What the next import may take as written by this one. */
  written: Record<string, unknown>;
  differences: Change[];
};

/**
 * Fields of one part change together or not at all, such as a Tribe and its team. A part of which the file leaves a
 * field out is left as it is.
 */
export function merge<Fields extends object>(
  parts: readonly (readonly (keyof Fields & string)[])[],
  wanted: Partial<Fields>,
  current: Readonly<Partial<Record<keyof Fields, unknown>>>,
  written: Readonly<Record<string, unknown>>,
): Merged<Fields> {
  const changes: Partial<Fields> = {};
  const next: Record<string, unknown> = { ...written };
  const differences: Change[] = [];
  for (const part of parts) {
    if (part.some((field) => wanted[field] === undefined)) continue;
    const isSame = part.every((field) => isEqual(wanted[field], current[field]));
    const isOurs = part.every((field) =>
      field in written ? isEqual(written[field], mark(current[field])) : isEmpty(current[field]),
    );
    if (!isSame && !isOurs) continue;
    for (const field of part) {
      next[field] = mark(wanted[field]);
      if (isEqual(wanted[field], current[field])) continue;
      changes[field] = wanted[field];
      differences.push({ field, before: current[field] ?? null, after: wanted[field] });
    }
  }
  return { changes, written: next, differences };
}

/** Whether the last import wrote all of that already. */
export function isWritten(wanted: object, written: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(wanted).every(
    ([field, value]) =>
      value === undefined || (field in written && isEqual(mark(value), written[field])),
  );
}

/** What was written of each field, as it is kept: texts by their mark alone, since they may name somebody. */
export function marks(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, mark(value)]));
}

function mark(value: unknown): unknown {
  return typeof value === "string" ? hash("sha256", value, "base64url").slice(0, 22) : value;
}

/** Of wanted links those that no import has made before, nor a person: what somebody took out stays out. */
export function linksToAdd(
  wanted: readonly string[],
  here: readonly string[],
  written: unknown,
): { add: string[]; written: string[] } {
  const made = listOf(written);
  const known = new Set([...made, ...here]);
  const add = wanted.filter((id) => !known.has(id));
  return { add, written: [...new Set([...made, ...wanted])].sort() };
}

export function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

function isEqual(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}
