import "server-only";
import type { z } from "zod";
import type { Actor, PersonActor, SystemActor } from "#lib/auth/actor.ts";
import { canSomewhere } from "#lib/auth/policy.ts";
import { commentsCommands } from "#lib/comments/commands.ts";
import { erasureCommands } from "#lib/erasure/commands.ts";
import { InvalidInput, UserError } from "#lib/errors.ts";
import type { Command } from "#lib/frame/command.ts";
import { historyCommands } from "#lib/history/commands.ts";
import { noticesCommands } from "#lib/notices/commands.ts";
import { tellFor } from "#lib/notices/writes/tell.ts";
import { type DeclaredServer, nounServers } from "#lib/nouns.server.ts";
import { inputHashOf } from "#lib/operations/input-hash.ts";
import { type Call, findFirstResult, type Json } from "#lib/operations/write.ts";
import { outboxCommands } from "#lib/outbox/commands.ts";
import { refusalIn } from "#lib/typed-input.ts";

// Everything that a person may ask for, by its name. Keys, drags and forms come through here, and whoever comes later:
// there is no second way to an act.

type CommandsOf<Server> = Server extends { readonly commands: infer Commands } ? Commands : never;
type NamesOf<Commands> = Commands extends unknown ? keyof Commands & string : never;
type Declared =
  | CommandsOf<DeclaredServer>
  | typeof commentsCommands
  | typeof erasureCommands
  | typeof historyCommands
  | typeof noticesCommands
  | typeof outboxCommands;

/** The name of anything that can be asked for: "insight.assign". */
export type CommandName = NamesOf<Declared>;

type DeclaredAs<Name extends CommandName> = Extract<Declared, Record<Name, unknown>>[Name];
type SchemaOf<Name extends CommandName> =
  DeclaredAs<Name> extends Command<infer Schema, infer _, infer _Who> ? Schema : never;
/** Who may ask for it at all: a person; the system too where what runs takes it. */
export type ActorOf<Name extends CommandName> =
  DeclaredAs<Name> extends Command<infer _, infer _Result, infer Who> ? Who : never;

/** The name of what the command line and the worker may ask for as well as people. */
export type SystemCommandName = {
  [Name in CommandName]: SystemActor extends ActorOf<Name> ? Name : never;
}[CommandName];

/** What it is asked with, as a screen writes it. */
export type InputOf<Name extends CommandName> = z.input<SchemaOf<Name>>;
/** One act as it is asked for. */
export type Asked<Name extends CommandName = CommandName> = {
  [One in Name]: { name: One; input: InputOf<One> };
}[Name];
/** What it answers. */
export type ResultOf<Name extends CommandName> =
  DeclaredAs<Name> extends Command<infer _, infer Result, infer _Who> ? Result : never;

type Catalogue = {
  readonly [Name in CommandName]: Command<SchemaOf<Name>, ResultOf<Name>, ActorOf<Name>>;
};

export const commands: Catalogue = Object.assign(
  {},
  commentsCommands,
  erasureCommands,
  historyCommands,
  noticesCommands,
  outboxCommands,
  ...nounServers.map((server) => server.commands ?? {}),
);

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

/**
 * Does what was asked for. `input` is untrusted whatever its type says.
 * @throws UserError `not-allowed`, `invalid` (an InvalidInput, with its fields), `number-…` for what was typed, and
 * whatever the command refuses
 */
export async function runCommand<Name extends CommandName>(
  name: Name,
  actor: ActorOf<Name> & Actor,
  input: unknown,
  call: Omit<Call, "inputHash" | "tell">,
): Promise<ResultOf<Name>> {
  const { permissions, input: schema, ...command } = commands[name];
  if (!permissions.some((permission) => canSomewhere(actor, permission)))
    throw new UserError("not-allowed");
  const parsed = schema.safeParse(input);
  if (!parsed.success)
    throw refusalIn(parsed.error.issues) ?? new InvalidInput(parsed.error.issues);
  const tells = actor.kind === "person" ? { tell: tellFor(actor, call) } : {};
  const asked = { ...call, inputHash: inputHashOf(parsed.data), ...tells };
  const result = await command.run(actor, parsed.data, asked).catch(async (error: unknown) => {
    // Asked again, as after a lost answer: what it has changed itself may refuse it before write() knows it again.
    const first = await findFirstResult<ResultOf<Name>>(actor, asked, command.operations);
    if (!first) throw error;
    return first.value;
  });
  await command.after?.(result);
  return result;
}

/** The same by a name that somebody sent. @throws UserError `unknown-command` besides */
export async function runNamed(
  name: string,
  actor: PersonActor,
  input: unknown,
  call: Omit<Call, "inputHash" | "tell">,
): Promise<Json> {
  if (!isCommandName(name)) throw new UserError("unknown-command");
  return runCommand(name, actor, input, call);
}
