import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import type { Tx } from "#lib/db.ts";
import type { Operation } from "#lib/operations/operation.ts";
import type { Recorded } from "#lib/operations/recorded-change.ts";
import type { Write } from "#lib/operations/write.ts";
import type { Moment } from "#lib/quarter.ts";

export type Asked = { tx: Tx; actor: Actor; operationId: string };

/** @throws UserError when this actor may not take the operation back */
export type RightToUndo = (asked: Asked) => Promise<void>;

export type UndoHooks = {
  /** Before anything is taken back, whoever asks. @throws UserError when it may not be now */
  readonly before?: (asked: Asked) => Promise<void>;
  /** Once this table's rows are as they were, in the same transaction. */
  readonly after?: (w: Write, done: readonly Recorded[], at: Moment) => Promise<void>;
};

/** What undo is told of the nouns, which it doesn't know. */
export type UndoRules = {
  readonly operations: ReadonlyMap<string, Operation>;
  readonly places: Readonly<Record<string, { readonly tribe?: string; readonly team?: string }>>;
  readonly rights: Readonly<Record<string, RightToUndo>>;
  readonly hooks: Readonly<Record<string, UndoHooks>>;
};
