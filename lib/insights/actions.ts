"use server";

import { refresh } from "next/cache";
import { runAction } from "#lib/action.ts";
import { handInInsight } from "#lib/insights/commands-hand-in.ts";
import { splitInsight } from "#lib/insights/commands-merge.ts";
import { editTitle } from "#lib/insights/commands-triage.ts";
import { editInput, handInInput, splitInput } from "#lib/insights/schema.ts";

export async function editInsightTitle(input: unknown) {
  const answer = await runAction(editInput, editTitle, input);
  refresh();
  return answer;
}

export async function splitOneInsight(input: unknown) {
  const answer = await runAction(splitInput, splitInsight, input);
  refresh();
  return answer;
}

export async function handIn(input: unknown) {
  return runAction(handInInput, handInInsight, input);
}
