import type { PersonActor } from "#lib/auth/actor.ts";
import { isOwnOrigin } from "#lib/auth/own-origin.ts";
import { currentActor } from "#lib/auth/session.ts";
import { moment } from "#lib/clock.ts";
import { runNamed } from "#lib/commands.ts";
import type { Params } from "#lib/errors.ts";
import { inOwnTurn } from "#lib/fair-share.ts";
import type { Json } from "#lib/operations/write.ts";
import { refusalOf } from "#lib/refusal.ts";
import { isTrouble } from "#lib/troubles.ts";
import { AT_MOST_BYTES, commandsBody, readJson } from "./body.ts";

type Asked = { name: string; input?: unknown; operationId: string };
type Answer = { operationId: string } & (
  | { ok: true; result: Json }
  | { ok: false; error: { key: string; params: Params } }
);

/**
 * Keys and drags: an ordered batch, each command with the operation id that its sender made. Every command gets its
 * own answer; one that is refused does not stop those after it, one that the database can't do now does.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refusal(403, "foreign-origin");
  const actor = await currentActor();
  if (!actor) return refusal(401, "signed-out");
  const body = commandsBody.safeParse(await readJson(request, AT_MOST_BYTES));
  if (!body.success) return refusal(400, "invalid");
  const { personId = actor.id } = body.data;
  if (personId !== actor.id) return refusal(401, "signed-out");
  try {
    return await inOwnTurn(actor, () => answerAll(actor, body.data.commands));
  } catch (error) {
    const known = refusalOf(error);
    if (!known) throw error;
    return later([], known);
  }
}

async function answerAll(actor: PersonActor, commands: Asked[]): Promise<Response> {
  const answers: Answer[] = [];
  for (const { name, input, operationId } of commands) {
    const said = await answer(actor, name, input, operationId);
    // Those after it were asked after it: they wait as well, and all of them are asked again.
    if (!said.ok && isTrouble(said.error.key)) return later(answers, said.error);
    answers.push(said);
  }
  return Response.json({ answers }, { headers: { "Cache-Control": "no-store" } });
}

/** What could not be done now, after what was: who asked keeps it and tries again. */
function later(answers: Answer[], { key, params }: { key: string; params: Params }): Response {
  const headers = { "Cache-Control": "no-store", "Retry-After": "2" };
  return Response.json({ answers, error: { key, params } }, { status: 503, headers });
}

async function answer(
  actor: PersonActor,
  name: string,
  input: unknown,
  operationId: string,
): Promise<Answer> {
  try {
    const call = { ...moment(), operationId, via: "key" } as const;
    const result = await runNamed(name, actor, input, call);
    return { operationId, ok: true, result };
  } catch (error) {
    const known = refusalOf(error);
    if (known) return { operationId, ok: false, error: { key: known.key, params: known.params } };
    // A bug: told with the id that the log has, and kept from taking the rest of the batch with it.
    console.error(`command ${name} ${operationId}`, error);
    return { operationId, ok: false, error: { key: "unexpected", params: { id: operationId } } };
  }
}

function refusal(status: number, key: string): Response {
  return Response.json({ error: { key, params: {} } }, { status });
}
