import "server-only";
import { z } from "zod";
import type { PersonActor } from "#lib/auth/actor.ts";
import { accountOps } from "#lib/auth/noun.ts";
import { authorise } from "#lib/auth/policy.ts";
import { isTimeZone } from "#lib/env.ts";
import { languages, regions } from "#lib/i18n/language.ts";
import { type Call, write } from "#lib/operations/write.ts";

export const preferences = z.strictObject({
  language: z.enum(languages).optional(),
  region: z.enum(regions).optional(),
  theme: z.enum(["system", "light", "dark"]).optional(),
  singleKeys: z.boolean().optional(),
  /** By which channel they are told of what doesn't wait until they look. */
  messages: z.enum(["mail", "none"]).optional(),
  digest: z.enum(["weekdays", "weekly", "never"]).optional(),
  /** Null: the company's. */
  timeZone: z.string().max(60).refine(isTimeZone).nullable().optional(),
  /** The first steps were seen: they don’t come back. */
  isNewcomer: z.literal(false).optional(),
});

/** What a person chooses for themselves: language, region, theme, single keys, messages. */
export async function editPreferences(
  actor: PersonActor,
  input: z.infer<typeof preferences>,
  call: Call,
) {
  authorise(actor, "own-settings:edit");
  return write(actor, call, { operation: accountOps.edited, visibility: actor.id }, (w) =>
    w.update("person", [actor.id], input),
  );
}
