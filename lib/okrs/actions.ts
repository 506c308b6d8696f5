"use server";

import { refresh } from "next/cache";
import { runAction } from "#lib/action.ts";
import * as schema from "#lib/okrs/schema.ts";
import * as keyResults from "#lib/okrs/writes/key-results.ts";
import * as objectives from "#lib/okrs/writes/objectives.ts";

export async function createObjective(input: unknown) {
  return refreshed(await runAction(schema.createObjectiveInput, objectives.createObjective, input));
}

export async function editObjective(input: unknown) {
  return refreshed(await runAction(schema.editObjectiveInput, objectives.editObjective, input));
}

export async function archiveObjective(input: unknown) {
  return refreshed(await runAction(schema.archiveInput, objectives.archiveObjective, input));
}

export async function createKeyResult(input: unknown) {
  return refreshed(await runAction(schema.createKeyResultInput, keyResults.createKeyResult, input));
}

export async function editKeyResult(input: unknown) {
  return refreshed(await runAction(schema.editKeyResultInput, keyResults.editKeyResult, input));
}

export async function archiveKeyResult(input: unknown) {
  return refreshed(await runAction(schema.archiveInput, keyResults.archiveKeyResult, input));
}

export async function checkIn(input: unknown) {
  return refreshed(await runAction(schema.checkInInput, keyResults.checkIn, input));
}

function refreshed<Answer>(answer: Answer): Answer {
  refresh();
  return answer;
}
