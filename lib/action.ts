import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { PersonActor } from "#lib/auth/actor.ts";
import { currentActor } from "#lib/auth/session.ts";
import { now } from "#lib/clock.ts";
import { type Params, UserError } from "#lib/errors.ts";
import { isOperationId } from "#lib/operations/operation-id.ts";
import type { Call } from "#lib/operations/write.ts";

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
  await refuseForeignOrigin();
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
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
    return { ok: true, result: await command(actor, parsed.data, { now: now(), operationId: id }) };
  } catch (error) {
    if (error instanceof UserError)
      return { ok: false, error: { key: error.key, params: error.params }, fields: {} };
    throw error;
  }
}

/** Next lets a POST without an Origin through; we don't. */
export async function refuseForeignOrigin(): Promise<void> {
  const all = await headers();
  const origin = all.get("origin");
  if (!origin || new URL(origin).host !== all.get("host"))
    throw new Error("foreign origin refused");
}

function asFields(input: unknown): Record<string, unknown> {
  if (input instanceof FormData) return Object.fromEntries(input.entries());
  return typeof input === "object" && input !== null ? { ...input } : {};
}
