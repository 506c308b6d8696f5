"use server";

import { refresh } from "next/cache";
import { runAction } from "#lib/action.ts";
import * as schema from "#lib/tribes/schema.ts";
import * as commands from "#lib/tribes/writes/tribes.ts";

export async function saveTribe(input: unknown) {
  return refreshed(await runAction(schema.saveTribeInput, commands.saveTribe, input));
}

export async function saveTeam(input: unknown) {
  return refreshed(await runAction(schema.saveTeamInput, commands.saveTeam, input));
}

export async function saveDepartment(input: unknown) {
  return refreshed(await runAction(schema.saveDepartmentInput, commands.saveDepartment, input));
}

export async function archiveTribe(input: unknown) {
  return refreshed(await runAction(schema.archiveTribeInput, commands.archiveTribe, input));
}

export async function archiveTeam(input: unknown) {
  return refreshed(await runAction(schema.archiveTribeInput, commands.archiveTeam, input));
}

function refreshed<Answer>(answer: Answer): Answer {
  refresh();
  return answer;
}
