"use server";

import { refresh } from "next/cache";
import { runAction } from "#lib/action.ts";
import * as schema from "#lib/people/schema.ts";
import * as hats from "#lib/people/writes/hats.ts";
import * as imports from "#lib/people/writes/import-people.ts";
import * as people from "#lib/people/writes/people.ts";

export async function addPerson(input: unknown) {
  return refreshed(await runAction(schema.addPersonInput, people.addPerson, input));
}

export async function editPerson(input: unknown) {
  return refreshed(await runAction(schema.editPersonInput, people.editPerson, input));
}

export async function setPassword(input: unknown) {
  return refreshed(await runAction(schema.setPasswordInput, people.setPassword, input));
}

export async function deactivatePerson(input: unknown) {
  return refreshed(await runAction(schema.deactivatePersonInput, people.deactivatePerson, input));
}

export async function giveHat(input: unknown) {
  return refreshed(await runAction(schema.giveHatInput, hats.giveHat, input));
}

export async function takeHat(input: unknown) {
  return refreshed(await runAction(schema.takeHatInput, hats.takeHat, input));
}

export async function joinTeam(input: unknown) {
  return refreshed(await runAction(schema.joinTeamInput, hats.joinTeam, input));
}

export async function leaveTeam(input: unknown) {
  return refreshed(await runAction(schema.leaveTeamInput, hats.leaveTeam, input));
}

export async function importPeople(input: unknown) {
  return refreshed(await runAction(schema.importPeopleInput, imports.importPeople, input));
}

function refreshed<Answer>(answer: Answer): Answer {
  refresh();
  return answer;
}
