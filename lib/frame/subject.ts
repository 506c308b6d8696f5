import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import type { Permission } from "#lib/auth/policy.ts";
import type { Prisma } from "#lib/generated/prisma/client.ts";

/** A kind of thing that something may be said about, or that one hears of: comments and follows hang on its kind and its id. */
export type Subject = {
  /** Where it lives, by `id`. Where it may be commented on, a trigger keeps what has comments (`keep_commented`). */
  readonly table: string;
  readonly read: Permission;
  /** Null where nothing is said any more. */
  readonly comment: Permission | null;
  /** Which rows `t` the viewer knows of: to be put into a WHERE. */
  readonly seen: (viewer: Actor) => Prisma.Sql;
  /** On which of them something may be said now. */
  readonly open: Prisma.Sql;
  /** Whether one may follow one of them. */
  readonly followed: boolean;
  /** Where one is merged into another: the column that says which one it counts as. Who follows it hears of that one. */
  readonly countsAs?: string;
  /** The address of row `t`. */
  readonly path: Prisma.Sql;
  /** What whoever means another one is told. */
  readonly missing: "not-found" | "insights-not-found";
};
