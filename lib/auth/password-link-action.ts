"use server";

import { isFromOwnPage } from "#lib/action.ts";
import { takePasswordLink, takePasswordLinkInput } from "#lib/auth/writes/password-links.ts";
import { now } from "#lib/clock.ts";
import { UserError } from "#lib/errors.ts";
import { newCall } from "#lib/operations/write.ts";
import { storableIn } from "#lib/text.ts";

export type LinkAnswer = { ok: true; email: string } | { ok: false; key: string };

/** Written without a person behind it: the link is who they are. */
export async function choosePassword(input: unknown): Promise<LinkAnswer> {
  if (!(await isFromOwnPage())) return { ok: false, key: "foreign-origin" };
  const parsed = takePasswordLinkInput.safeParse(storableIn(input));
  if (!parsed.success) return { ok: false, key: "invalid" };
  try {
    const { email } = await takePasswordLink(parsed.data, newCall(now(), "screen"));
    return { ok: true, email };
  } catch (error) {
    if (error instanceof UserError) return { ok: false, key: error.key };
    throw error;
  }
}
