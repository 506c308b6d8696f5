"use server";

import { refresh } from "next/cache";
import { runAction } from "#lib/action.ts";
import { setBand } from "#lib/roadmap/commands-limits.ts";
import { setTeamBandInput } from "#lib/roadmap/schema.ts";

export async function setTeamBand(input: unknown) {
  const answer = await runAction(setTeamBandInput, setBand, input);
  refresh();
  return answer;
}
