import { system } from "#lib/auth/actor.ts";
import { now } from "#lib/clock.ts";
import { type InputOf, type ResultOf, runCommand, type SystemCommandName } from "#lib/commands.ts";
import { newCall } from "#lib/operations/write.ts";

/** What screens ask for, asked from the command line: the same name, input, act. @throws UserError as the command does */
export function ask<Name extends SystemCommandName>(
  name: Name,
  input: InputOf<Name>,
): Promise<ResultOf<Name>> {
  return runCommand(name, system, input, newCall(now(), "command-line"));
}
