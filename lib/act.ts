"use server";

import { refresh } from "next/cache";
import { type Answer, answering, fieldsOf, refusal } from "#lib/action.ts";
import { moment } from "#lib/clock.ts";
import {
  type CommandName,
  type InputOf,
  isCommandName,
  type ResultOf,
  runCommand,
} from "#lib/commands.ts";
import { isOperationId } from "#lib/operations/operation-id.ts";

// How screens that wait for an answer ask for a command: what they send is untrusted whatever its type says. It may
// carry `operationId`, made by the form when it was shown, so that a second click acts once.

/** The fields of a form as they were typed: only the command's own schema knows their names and kinds. */
type Fields = Readonly<Record<string, unknown>>;

/** What the page shows is read again with the answer, refused or not. */
export async function act<Name extends CommandName>(
  name: Name,
  input: InputOf<Name> & { operationId?: string },
): Promise<Answer<ResultOf<Name>>> {
  return submitForm(name, input);
}

export async function submitForm<Name extends CommandName>(
  name: Name,
  fields: Fields,
): Promise<Answer<ResultOf<Name>>> {
  const answer = await answerTo(name, fields);
  refresh();
  return answer;
}

/** For a form whose page is left for another once it is done: nobody sees it again. */
export async function submitFormAndLeave<Name extends CommandName>(
  name: Name,
  fields: Fields,
): Promise<Answer<ResultOf<Name>>> {
  return answerTo(name, fields);
}

async function answerTo<Name extends CommandName>(
  name: Name,
  input: Fields,
): Promise<Answer<ResultOf<Name>>> {
  // What the compiler knows of names it knows of our own pages alone.
  if (!isCommandName(name)) return refusal("unknown-command");
  const { operationId: given, ...fields } = fieldsOf(input);
  const operationId =
    typeof given === "string" && isOperationId(given) ? given : crypto.randomUUID();
  return answering(operationId, (actor) =>
    runCommand(name, actor, fields, { ...moment(), operationId }),
  );
}
