import type { Entry } from "#components/commands/command-store.ts";
import { refusal } from "#components/form/said.ts";
import * as z from "#lib/browser-zod.ts";

const answer = z.discriminatedUnion("ok", [
  z.object({ operationId: z.string(), ok: z.literal(true), result: z.optional(z.unknown()) }),
  z.object({ operationId: z.string(), ok: z.literal(false), error: refusal }),
]);
const answersSaid = z.object({
  answers: z.optional(z.array(answer)),
  error: z.optional(refusal),
});

export type CommandError = z.output<typeof refusal>;
export type CommandAnswer = z.output<typeof answer>;
export type Trouble = "offline" | "signed-out";
export type Posted = { state: "answered"; answers: CommandAnswer[] } | { state: Trouble };

/**
 * Sends a batch. What the server refuses as a whole is refused for each command in it; an answer that can't be read, or
 * says nothing of the batch, is a lost one: the server may have acted, and asking again gives what it said first.
 */
export async function postCommands(
  personId: string,
  commands: readonly Entry[],
  signal: AbortSignal,
): Promise<Posted> {
  const response = await fetch("/api/commands", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ personId, commands }),
    signal,
  }).catch(() => null);
  if (!response || response.status >= 500) return { state: "offline" };
  if (response.status === 401) return { state: "signed-out" };
  const read = z.safeParse(answersSaid, await response.json().catch(() => null));
  const body = read.data ?? {};
  if (!response.ok) return { state: "answered", answers: refusals(commands, body.error) };
  const asked = new Set(commands.map(({ operationId }) => operationId));
  const answers = body.answers?.filter(({ operationId }) => asked.has(operationId)) ?? [];
  return answers.length > 0 ? { state: "answered", answers } : { state: "offline" };
}

function refusals(commands: readonly Entry[], said: CommandError | undefined): CommandAnswer[] {
  const error = said ?? { key: "unexpected", params: { id: "none" } };
  return commands.map(({ operationId }) => ({ operationId, ok: false, error }));
}
