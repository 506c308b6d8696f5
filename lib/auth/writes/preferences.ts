import "server-only";
import { z } from "zod";
import type { PersonActor } from "#lib/auth/actor.ts";
import { accountOps } from "#lib/auth/noun.ts";
import { authorise } from "#lib/auth/policy.ts";
import { languages, regions } from "#lib/i18n/language.ts";
import { type Call, write } from "#lib/operations/write.ts";

export const preferences = z.strictObject({
  language: z.enum(languages).optional(),
  region: z.enum(regions).optional(),
  theme: z.enum(["system", "light", "dark"]).optional(),
  singleKeys: z.boolean().optional(),
  /** The first steps were seen: they don’t come back. */
  isNewcomer: z.literal(false).optional(),
});

/** What a person chooses for themselves: language, region, theme, single keys. */
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
