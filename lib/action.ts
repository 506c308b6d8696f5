import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import type { PersonActor } from "#lib/auth/actor.ts";
import { isOwnOrigin } from "#lib/auth/own-origin.ts";
import { currentActor } from "#lib/auth/session.ts";
import { moment } from "#lib/clock.ts";
import { noteVisit } from "#lib/door/visit.ts";
import type { Params } from "#lib/errors.ts";
import { inputHashOf } from "#lib/operations/input-hash.ts";
import { isOperationId } from "#lib/operations/operation-id.ts";
import type { Call } from "#lib/operations/write.ts";
import { refusalOf } from "#lib/refusal.ts";
import { storableIn } from "#lib/text.ts";

/** What a form shows after a refusal: the sentence's key, the fields concerned, and what was typed. */
export type Refusal = {
  ok: false;
  error: { key: string; params: Params };
  fields: Record<string, string>;
};
export type Answer<Result> = { ok: true; result: Result } | Refusal;

type Command<Input, Result> = (actor: PersonActor, input: Input, call: Call) => Promise<Result>;

/**
 * The write edge for forms: who → parse → command → answer. `input` is untrusted whatever its type says; it may
 * carry `operationId` (made by the form when shown, so that a second click acts once).
 */
export async function runAction<Schema extends z.ZodType, Result>(
  schema: Schema,
  command: Command<z.output<Schema>, Result>,
  input: unknown,
): Promise<Answer<Result>> {
  if (!(await isFromOwnPage())) return refusal("foreign-origin");
  const actor = await currentActor();
  // No redirect: what was typed stays on the screen until it can be sent.
  if (!actor) return refusal("signed-out-form");
  const { operationId, ...given } = asFields(input);
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const fields = Object.fromEntries(
      parsed.error.issues.map((issue) => [issue.path.join("."), issue.code]),
    );
    return { ok: false, error: { key: "invalid", params: {} }, fields };
  }
  const id =
    typeof operationId === "string" && isOperationId(operationId)
      ? operationId
      : crypto.randomUUID();
  try {
    const call = { ...moment(), operationId: id, inputHash: inputHashOf(parsed.data) };
    return { ok: true, result: await command(actor, parsed.data, call) };
  } catch (error) {
    const known = refusalOf(error);
    if (known) return refusal(known.key, known.params);
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

function refusal(key: string, params: Params = {}): Refusal {
  return { ok: false, error: { key, params }, fields: {} };
}

function asFields(input: unknown): Record<string, unknown> {
  const given = input instanceof FormData ? Object.fromEntries(input.entries()) : input;
  const kept = storableIn(given);
  return typeof kept === "object" && kept !== null ? { ...kept } : {};
}
