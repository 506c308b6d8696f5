"use server";

import { refresh } from "next/cache";
import { runAction } from "#lib/action.ts";
import { setTeamBandInput } from "#lib/roadmap/schema.ts";
import { setBand } from "#lib/roadmap/writes/limits.ts";

export async function setTeamBand(input: unknown) {
  const answer = await runAction(setTeamBandInput, setBand, input);
  refresh();
  return answer;
}
