"use server";

import { refresh } from "next/cache";
import { runAction } from "#lib/action.ts";
import * as trial from "#lib/desks/reads/try-connection.ts";
import * as schema from "#lib/desks/schema.ts";
import * as commands from "#lib/desks/writes/commands.ts";

/** Asks only; nothing is stored. */
export async function tryConnection(input: unknown) {
  return runAction(schema.connectInput, trial.tryConnection, input);
}

export async function connectSource(input: unknown) {
  return refreshed(await runAction(schema.connectInput, commands.connectSource, input));
}

export async function mapStatuses(input: unknown) {
  return refreshed(await runAction(schema.mapStatusesInput, commands.mapStatuses, input));
}

export async function pauseSource(input: unknown) {
  return refreshed(await runAction(schema.pauseInput, commands.pauseSource, input));
}

export async function pullSource(input: unknown) {
  return refreshed(await runAction(schema.sourceIdInput, commands.pullSource, input));
}

export async function disconnectSource(input: unknown) {
  return refreshed(await runAction(schema.sourceIdInput, commands.disconnectSource, input));
}

function refreshed<Answer>(answer: Answer): Answer {
  refresh();
  return answer;
}
