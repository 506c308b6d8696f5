"use server";

import { isFromOwnPage } from "#lib/action.ts";
import { now } from "#lib/clock.ts";
import { UserError } from "#lib/errors.ts";
import { newCall } from "#lib/operations/write.ts";
import { claimSetupInput } from "#lib/people/schema.ts";
import { claimSetup } from "#lib/people/writes/set-up.ts";
import { storableIn } from "#lib/text.ts";

export type SetupAnswer = { ok: true; email: string } | { ok: false; key: string };

/** The one write without a person behind it: the token is who they are. */
export async function completeSetup(input: unknown): Promise<SetupAnswer> {
  if (!(await isFromOwnPage())) return { ok: false, key: "foreign-origin" };
  const parsed = claimSetupInput.safeParse(storableIn(input));
  if (!parsed.success) return { ok: false, key: "invalid" };
  try {
    await claimSetup(parsed.data, newCall(now(), "screen"));
    return { ok: true, email: parsed.data.email };
  } catch (error) {
    if (error instanceof UserError) return { ok: false, key: error.key };
    throw error;
  }
}
