"use server";

import { z } from "zod";
import { isFromOwnPage } from "#lib/action.ts";
import { takePasswordLink, takePasswordLinkInput } from "#lib/auth/writes/password-links.ts";
import { now } from "#lib/clock.ts";
import { UserError } from "#lib/errors.ts";
import { newCall } from "#lib/operations/write.ts";
import { storableIn } from "#lib/text.ts";

export type LinkAnswer = { ok: true; email: string } | { ok: false; key: string };

const asked = takePasswordLinkInput.extend({ operationId: z.uuid() });

/** Written without a person behind it: the link is who they are. */
export async function choosePassword(input: unknown): Promise<LinkAnswer> {
  if (!(await isFromOwnPage())) return { ok: false, key: "foreign-origin" };
  const parsed = asked.safeParse(storableIn(input));
  if (!parsed.success) return { ok: false, key: "invalid" };
  const { operationId, ...given } = parsed.data;
  try {
    const { email } = await takePasswordLink(given, { ...newCall(now(), "screen"), operationId });
    return { ok: true, email };
  } catch (error) {
    if (error instanceof UserError) return { ok: false, key: error.key };
    throw error;
  }
}
