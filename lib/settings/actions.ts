"use server";

import { refresh } from "next/cache";
import { runAction } from "#lib/action.ts";
import * as schema from "#lib/settings/schema.ts";
import * as commands from "#lib/settings/writes.ts";

export async function changeSetting(input: unknown) {
  return refreshed(await runAction(schema.changeSettingInput, commands.changeSetting, input));
}

function refreshed<Answer>(answer: Answer): Answer {
  refresh();
  return answer;
}
