import type { Entry } from "#components/commands/command-store.ts";
import { refusal } from "#components/form/said.ts";
import * as z from "#lib/browser-zod.ts";
import { isTrouble, type Trouble as ServerTrouble } from "#lib/troubles.ts";

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
/** Why nothing is sent now: what waits stays. Keys of `errors`. */
export type Trouble = "offline" | "signed-out" | (typeof waits)[ServerTrouble];

/** What the server says of itself, and what is told of it while something waits. */
const waits = {
  busy: "queue-busy",
  "database-away": "queue-away",
  "storage-full": "queue-full",
} as const satisfies Record<ServerTrouble, string>;
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
  if (response?.status === 401) return { state: "signed-out" };
  if (!response || (response.status >= 500 && response.status !== 503)) return { state: "offline" };
  const read = z.safeParse(answersSaid, await response.json().catch(() => null));
  const body = read.data ?? {};
  // What was done before the trouble is answered for; the rest is asked again.
  if (response.status === 503 && (body.answers ?? []).length === 0)
    return { state: troubleSaid(body.error) };
  if (!response.ok && response.status !== 503)
    return { state: "answered", answers: refusals(commands, body.error) };
  const asked = new Set(commands.map(({ operationId }) => operationId));
  const answers = body.answers?.filter(({ operationId }) => asked.has(operationId)) ?? [];
  return answers.length > 0 ? { state: "answered", answers } : { state: "offline" };
}

function troubleSaid(error: CommandError | undefined): Trouble {
  return error && isTrouble(error.key) ? waits[error.key] : "offline";
}

function refusals(commands: readonly Entry[], said: CommandError | undefined): CommandAnswer[] {
  const error = said ?? { key: "unexpected", params: { id: "none" } };
  return commands.map(({ operationId }) => ({ operationId, ok: false, error }));
}
