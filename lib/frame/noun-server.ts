import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import type { Command } from "#lib/frame/command.ts";
import type { Forgets } from "#lib/frame/forgets.ts";
import type { Hearing } from "#lib/frame/hearing.ts";
import type { Subject } from "#lib/frame/subject.ts";
import type { Rule, Table, Texts } from "#lib/frame/table.ts";
import type { Prisma } from "#lib/generated/prisma/client.ts";
import type { RightToUndo, UndoHooks } from "#lib/operations/undo-rules.ts";

/** What things of a kind are called: a SELECT of `id`, as text, and `label`; only of what the viewer may know of. */
export type Labels = (viewer: Actor) => Prisma.Sql;

/** What a noun brings that needs the database: in its `noun.server.ts`, listed in `lib/nouns.server.ts`. */
export type NounServer = {
  /** By name, "insight.assign": what may be asked for; in `commands.ts` beside. */
  readonly commands?: Readonly<Record<string, Command>>;
  /** By operation whose `undo` is "checked": whether this actor may take it back. */
  readonly rights?: Readonly<Record<string, RightToUndo>>;
  /** By table: what taking back asks of it before, and keeps right after. */
  readonly undo?: Readonly<Record<string, UndoHooks>>;
  /** By table: what its rows are called in the history. */
  readonly labels?: Readonly<Record<string, Labels>>;
  /** By kind: what something may be said about. */
  readonly subjects?: Readonly<Record<string, Subject>>;
  /** By operation: who is told of it, besides those who follow its things. */
  readonly hearings?: Readonly<Record<string, Hearing>>;
  /** What an export takes along and a restore brings back; what is referred to stands before what refers to it. */
  readonly tables?: readonly Table[];
  /** What an erasure does here, besides looking through the personal texts of these tables. */
  readonly forgets?: Forgets;
  /** Tables of which nothing leaves: proofs of who somebody is, secrets, what is counted or computed anew. */
  readonly staying?: readonly Texts[];
  /** By table of another noun: which of its rows go, where it is this noun that knows. */
  readonly narrows?: Readonly<Record<string, Rule>>;
  /** Whether a viewer sees what permissions alone don't decide, by a name of its own. */
  readonly sees?: Readonly<Record<string, (viewer: Actor) => Promise<boolean>>>;
};

export const nounServer = <const Declared extends NounServer>(declared: Declared): Declared =>
  declared;
