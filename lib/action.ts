import "server-only";
import { headers } from "next/headers";
import type { PersonActor } from "#lib/auth/actor.ts";
import { isOwnOrigin } from "#lib/auth/own-origin.ts";
import { currentActor } from "#lib/auth/session.ts";
import { noteVisit } from "#lib/door/visit.ts";
import { InvalidInput, type Params } from "#lib/errors.ts";
import { inOwnTurn } from "#lib/fair-share.ts";
import { refusalOf } from "#lib/refusal.ts";
import { storableIn } from "#lib/text.ts";

/** What a form shows after a refusal: the sentence's key, the fields concerned, and what was typed. */
export type Refusal = {
  ok: false;
  error: { key: string; params: Params };
  fields: Readonly<Record<string, string>>;
};
export type Answer<Result> = { ok: true; result: Result } | Refusal;

/** The edge for forms: something done for whoever is signed in, and what a form shows of it. `id` names it in the log. */
export async function answering<Result>(
  id: string,
  act: (actor: PersonActor) => Promise<Result>,
): Promise<Answer<Result>> {
  if (!(await isFromOwnPage())) return refusal("foreign-origin");
  const actor = await currentActor();
  // No redirect: what was typed stays on the screen until it can be sent.
  if (!actor) return refusal("signed-out-form");
  try {
    return { ok: true, result: await inOwnTurn(actor, () => act(actor)) };
  } catch (error) {
    const known = refusalOf(error);
    const fields = known instanceof InvalidInput ? known.fields : {};
    if (known) return refusal(known.key, known.params, fields);
    // A bug: told with the id that the log has, the form left as it is.
    console.error(`action ${id}`, error);
    return refusal("unexpected", { id });
  }
}

/** Next lets a POST without an Origin through; we don't. */
export async function isFromOwnPage(): Promise<boolean> {
  noteVisit({ hasBegun: true });
  return isOwnOrigin(await headers());
}

export function refusal(key: string, params: Params = {}, fields: Refusal["fields"] = {}): Refusal {
  return { ok: false, error: { key, params }, fields };
}

/** What a form gives, without what no database can hold. */
export function fieldsOf(input: unknown): Record<string, unknown> {
  const given = input instanceof FormData ? Object.fromEntries(input.entries()) : input;
  const kept = storableIn(given);
  return typeof kept === "object" && kept !== null ? { ...kept } : {};
}
