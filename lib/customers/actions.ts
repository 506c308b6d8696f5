"use server";

import { refresh } from "next/cache";
import { runAction } from "#lib/action.ts";
import * as schema from "#lib/customers/schema.ts";
import * as erase from "#lib/customers/writes/erase.ts";
import * as merge from "#lib/customers/writes/merge.ts";
import { saveOrganisation as save } from "#lib/customers/writes/organisation.ts";

export async function saveOrganisation(input: unknown) {
  return refreshed(await runAction(schema.saveOrganisationInput, save, input));
}

export async function mergeOrganisations(input: unknown) {
  return refreshed(await runAction(schema.mergeInput, merge.mergeOrganisations, input));
}

export async function partOrganisations(input: unknown) {
  return refreshed(await runAction(schema.partInput, merge.partOrganisations, input));
}

export async function dismissPair(input: unknown) {
  return refreshed(await runAction(schema.pairInput, merge.dismissPair, input));
}

export async function eraseRequester(input: unknown) {
  return refreshed(await runAction(schema.eraseInput, erase.eraseRequester, input));
}

function refreshed<Answer>(answer: Answer): Answer {
  refresh();
  return answer;
}
