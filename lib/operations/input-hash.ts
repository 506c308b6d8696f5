import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { env } from "#lib/env.ts";

/** Without a secret nobody can sign in, and nothing is asked twice across a restart. */
const untilRestart = randomBytes(32);

/**
 * What an act was asked with, as a hash (hex): the same for the same fields in whatever order, another for anything
 * else. Only for telling whether two calls ask for the same. Keyed, since what is asked may be a password or a name: a
 * copy of the database must not tell whether a guess is right.
 */
export function inputHashOf(input: unknown): string {
  return createHmac("sha256", env().NEXTAUTH_SECRET ?? untilRestart)
    .update("input:")
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
