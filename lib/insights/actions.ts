"use server";

import { refresh } from "next/cache";
import { runAction } from "#lib/action.ts";
import { editInput, handInInput, splitInput } from "#lib/insights/schema.ts";
import { handInInsight } from "#lib/insights/writes/hand-in.ts";
import { splitInsight } from "#lib/insights/writes/merge.ts";
import { editTitle } from "#lib/insights/writes/triage.ts";

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
