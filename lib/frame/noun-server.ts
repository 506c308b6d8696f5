import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import type { Prisma } from "#lib/generated/prisma/client.ts";
import type { RightToUndo, UndoHooks } from "#lib/operations/undo-rules.ts";

/** What things of a kind are called: a SELECT of `id`, as text, and `label`; only of what the viewer may know of. */
export type Labels = (viewer: Actor) => Prisma.Sql;

/** What a noun brings that needs the database: in its `noun.server.ts`, listed in `lib/nouns.server.ts`. */
export type NounServer = {
  /** By operation whose `undo` is "checked": whether this actor may take it back. */
  readonly rights?: Readonly<Record<string, RightToUndo>>;
  /** By table: what taking back asks of it before, and keeps right after. */
  readonly undo?: Readonly<Record<string, UndoHooks>>;
  /** By table: what its rows are called in the history. */
  readonly labels?: Readonly<Record<string, Labels>>;
};

export const nounServer = <const Declared extends NounServer>(declared: Declared): Declared =>
  declared;
