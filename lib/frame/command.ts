import "server-only";
import type { z } from "zod";
import type { Actor, PersonActor } from "#lib/auth/actor.ts";
import type { Permission } from "#lib/auth/policy.ts";
import type { Operation } from "#lib/operations/operation.ts";
import type { Call, Json } from "#lib/operations/write.ts";

/**
 * Something that a person may ask for by name, from a key, a form or whatever door comes: the same input, the same
 * rights, the same act. A noun declares its commands in `noun.server.ts`; all of them stand in `lib/commands.ts`.
 */
export type Command<
  Input extends z.ZodType = z.ZodType,
  Result extends Json = Json,
  /** Who may ask: a person always; the command line and the worker where what runs takes them too. */
  Who extends Actor = PersonActor,
> = {
  readonly input: Input;
  /** Who has none of these anywhere is refused before anything is read; `run` asks for what the act touches. */
  readonly permissions: readonly Permission[];
  /** What it records. */
  readonly operations: readonly Operation[];
  /** Authorises, decides and writes in one transaction. @throws UserError */
  run(actor: Who, input: z.output<Input>, call: Call): Promise<Result>;
  /** What follows once it stands: a job to wake. Twice does no harm. */
  after?(result: Result): Promise<void>;
};

export const command = <Input extends z.ZodType, Result extends Json, Who extends Actor>(
  declared: Command<Input, Result, Who>,
): Command<Input, Result, Who> => declared;
