"use server";

import { refresh } from "next/cache";
import { runAction } from "#lib/action.ts";
import {
  archiveInitiativesInput,
  createInitiativeInput,
  editInitiativeInput,
  linkEpicInput,
  linkKeyResultsInput,
  scoreInitiativeInput,
} from "#lib/initiatives/schema.ts";
import {
  archiveInitiatives as archiveInitiativesCommand,
  createInitiative as createInitiativeCommand,
  editInitiative as editInitiativeCommand,
  scoreInitiative as scoreInitiativeCommand,
} from "#lib/initiatives/writes/initiatives.ts";
import {
  linkEpic as linkEpicCommand,
  linkKeyResults as linkKeyResultsCommand,
  unlinkKeyResults as unlinkKeyResultsCommand,
} from "#lib/initiatives/writes/links.ts";

export async function createInitiative(input: unknown) {
  return runAction(createInitiativeInput, createInitiativeCommand, input);
}

export async function editInitiative(input: unknown) {
  return refreshed(await runAction(editInitiativeInput, editInitiativeCommand, input));
}

export async function scoreInitiative(input: unknown) {
  return refreshed(await runAction(scoreInitiativeInput, scoreInitiativeCommand, input));
}

export async function archiveInitiatives(input: unknown) {
  return refreshed(await runAction(archiveInitiativesInput, archiveInitiativesCommand, input));
}

export async function linkEpic(input: unknown) {
  return refreshed(await runAction(linkEpicInput, linkEpicCommand, input));
}

export async function linkKeyResults(input: unknown) {
  return refreshed(await runAction(linkKeyResultsInput, linkKeyResultsCommand, input));
}

export async function unlinkKeyResults(input: unknown) {
  return refreshed(await runAction(linkKeyResultsInput, unlinkKeyResultsCommand, input));
}

/** What the page shows is read again with the answer. */
function refreshed<Given>(answer: Given): Given {
  refresh();
  return answer;
}
