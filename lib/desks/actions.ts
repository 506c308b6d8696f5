"use server";

import { type Answer, answering } from "#lib/action.ts";
import { type Trial, tryConnection } from "#lib/desks/reads/try-connection.ts";
import { saveSourceInput } from "#lib/desks/schema.ts";
import { InvalidInput } from "#lib/errors.ts";
import { storableIn } from "#lib/text.ts";

/** Asks only; nothing is stored. No command, then: nothing is recorded, and there is nothing to repeat. */
export async function askDesk(input: unknown): Promise<Answer<Trial>> {
  return answering(crypto.randomUUID(), (actor) => {
    const parsed = saveSourceInput.safeParse(storableIn(input));
    if (!parsed.success) throw new InvalidInput(parsed.error.issues);
    return tryConnection(actor, parsed.data);
  });
}
