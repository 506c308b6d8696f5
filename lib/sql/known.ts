import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { checksAnswers } from "#lib/env.ts";

// What the database answers is described by a zod shape: what the driver gives, and nothing that would change it, since
// the rows themselves are handed on. Tests and development compare each answer with its shape; production trusts what
// they have seen, and spends nothing on a row.

/** What is read as it stands: what goes in is what comes out. A coerced or transformed value has no such type. */
export type Shape<T> = z.core.$ZodType<T, T>;

/** Whether answers are compared with their shapes in this process. */
export const isChecked = checksAnswers();

/** Throws an Error that names what an answer has otherwise than its shape says; `checks` is whether it looks at all. */
export function assertKnown<T>(
  shape: Shape<T>,
  answer: unknown,
  checks = isChecked,
): asserts answer is T {
  if (checks) compare(shape, answer);
}

/** The same for each row of an answer. */
export function assertRows<T>(
  shape: Shape<T>,
  rows: unknown,
  checks = isChecked,
): asserts rows is T[] {
  if (checks) compare(z.array(shape), rows);
}

/** The answer, once it is known. */
export function known<T>(shape: Shape<T>, answer: unknown): T {
  assertKnown(shape, answer);
  return answer;
}

function compare(shape: Shape<unknown>, answer: unknown): void {
  const result = z.safeParse(shape, answer);
  if (!result.success)
    throw new UnknownAnswer(`is not what its shape says:\n${z.prettifyError(result.error)}`);
  if (!isDeepStrictEqual(result.data, answer))
    throw new UnknownAnswer(`has what its shape doesn't say: ${differing(answer, result.data)}`);
}

class UnknownAnswer extends Error {
  constructor(why: string) {
    super(`The database's answer ${why}`);
  }
}

/** Where the two first differ, such as "0.themes.2.at": a field the shape lacks, or one it would change. */
function differing(given: unknown, read: unknown, path: string[] = []): string {
  const fields = fieldsOf(given);
  const readFields = new Map(fieldsOf(read));
  const other = fields.find(([name, value]) => !isDeepStrictEqual(value, readFields.get(name)));
  if (!other) return path.join(".");
  return differing(other[1], readFields.get(other[0]), [...path, other[0]]);
}

function fieldsOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null && !(value instanceof Date)
    ? Object.entries(value)
    : [];
}
