import type { PersonActor } from "#lib/auth/actor.ts";
import { currentActor } from "#lib/auth/session.ts";
import { now } from "#lib/clock.ts";
import { type Params, UserError } from "#lib/errors.ts";
import type { Json } from "#lib/operations/write.ts";
import { AT_MOST_BYTES, commandsBody, readJson } from "./body.ts";
import { runCommand } from "./registry.ts";

type Answer = { operationId: string } & (
  | { ok: true; result: Json }
  | { ok: false; error: { key: string; params: Params } }
);

/**
 * Keys and drags: an ordered batch, each command with the operation id that its sender made. Every command gets its
 * own answer; one that is refused does not stop those after it.
 */
export async function POST(request: Request): Promise<Response> {
  const origin = request.headers.get("origin");
  if (!origin || !URL.canParse(origin) || new URL(origin).host !== request.headers.get("host"))
    return refusal(403, "foreign-origin");
  const actor = await currentActor();
  if (!actor) return refusal(401, "signed-out");
  const body = commandsBody.safeParse(await readJson(request, AT_MOST_BYTES));
  if (!body.success) return refusal(400, "invalid");
  const answers: Answer[] = [];
  for (const { name, input, operationId } of body.data.commands)
    answers.push(await answer(actor, name, input, operationId));
  return Response.json({ answers }, { headers: { "Cache-Control": "no-store" } });
}

async function answer(
  actor: PersonActor,
  name: string,
  input: unknown,
  operationId: string,
): Promise<Answer> {
  try {
    const result = await runCommand(actor, name, input, { now: now(), operationId });
    return { operationId, ok: true, result };
  } catch (error) {
    if (error instanceof UserError)
      return { operationId, ok: false, error: { key: error.key, params: error.params } };
    // A bug: told with the id that the log has, and kept from taking the rest of the batch with it.
    console.error(`command ${name} ${operationId}`, error);
    return { operationId, ok: false, error: { key: "unexpected", params: { id: operationId } } };
  }
}

function refusal(status: number, key: string): Response {
  return Response.json({ error: { key, params: {} } }, { status });
}
