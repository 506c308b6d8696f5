import "server-only";
import type { Labels } from "#lib/frame/noun-server.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { identifier } from "#lib/operations/identifier.ts";

/** Rows of a table that everyone knows by one column. */
export const labelledBy =
  (table: string, column: "name" | "title"): Labels =>
  () =>
    Prisma.sql`SELECT id::text AS id, ${identifier(column)} AS label FROM ${identifier(table)}`;
