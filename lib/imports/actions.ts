"use server";

import { refresh } from "next/cache";
import { runAction } from "#lib/action.ts";
import type { PersonActor } from "#lib/auth/actor.ts";
import { answerImportInput, retryImportInput, undoImportInput } from "#lib/imports/schema.ts";
import * as work from "#lib/imports/work/writes/commands-undo.ts";
import * as commands from "#lib/imports/writes/commands.ts";
import * as undo from "#lib/imports/writes/undo/commands-undo.ts";
import { enqueueImport } from "#lib/jobs/queue.ts";
import type { Call } from "#lib/operations/write.ts";

export async function answerImport(input: unknown) {
  const answer = await runAction(answerImportInput, thenRun(commands.answerImport), input);
  refresh();
  return answer;
}

export async function retryImport(input: unknown) {
  const answer = await runAction(retryImportInput, thenRun(commands.retryImport), input);
  refresh();
  return answer;
}

export async function giveUpImport(input: unknown) {
  const answer = await runAction(retryImportInput, commands.giveUpImport, input);
  refresh();
  return answer;
}

export async function undoImport(input: unknown) {
  const answer = await runAction(undoImportInput, thenRun(undo.undoImport), input);
  refresh();
  return answer;
}

export async function undoWork(input: unknown) {
  const answer = await runAction(undoImportInput, work.undoWork, input);
  refresh();
  return answer;
}

function thenRun<Input>(
  command: (actor: PersonActor, input: Input, call: Call) => Promise<{ id: string }>,
) {
  return async (actor: PersonActor, input: Input, call: Call) => {
    const run = await command(actor, input, call);
    await enqueueImport(run.id);
    return run;
  };
}
