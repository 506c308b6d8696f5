import { createHash } from "node:crypto";

/**
 * What an act was asked with, as a hash (hex): the same for the same fields in whatever order, another for anything
 * else. Only for telling whether two calls ask for the same.
 */
export function inputHashOf(input: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(ordered(input)) ?? "")
    .digest("hex");
}

function ordered(value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return value.map(ordered);
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, ordered(part)]),
  );
}
