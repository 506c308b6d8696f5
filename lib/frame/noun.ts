import type { Permission } from "#lib/auth/policy.ts";
import type { Form } from "#lib/frame/form.ts";
import type { Operation } from "#lib/operations/operation.ts";

/**
 * What a noun brings to the house, as plain constants that a browser may load: each noun says it once, in its
 * `noun.ts`. What needs the database stands in `noun.server.ts`. Both are listed in `lib/nouns.ts` and
 * `lib/nouns.server.ts`, and whoever serves all nouns (undo, live, the history) reads those lists.
 */
export type Noun = {
  /** Its folder in lib. */
  readonly name: string;
  /** What can be done, in groups: `operationsOf("theme", …)`. */
  readonly operations: readonly Readonly<Record<string, Operation>>[];
  /** Parts of the product that its acts are news of, and who may know that something happened there. */
  readonly topics?: Readonly<Record<string, Permission>>;
  /** Those of them that have news of a word about one of its things. */
  readonly commented?: readonly string[];
  /** What its sentences in the history may mention, besides what things are called. */
  readonly facts?: {
    /** What its things are called by, as the history names them. */
    readonly kinds?: readonly string[];
    /** Columns of its rows and parameters of its operations, with how each reads; longer texts stay where they are. */
    readonly values?: Readonly<Record<string, Form>>;
  };
  /** By table: the columns that say to which Tribe or team a row belongs. An act is taken back by who may act there. */
  readonly places?: Readonly<Record<string, { readonly tribe?: string; readonly team?: string }>>;
};

/** Keeps what a noun declares as exactly as it is written. */
export const noun = <const Declared extends Noun>(declared: Declared): Declared => declared;
