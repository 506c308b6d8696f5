import type { Entry } from "#components/commands/command-store.ts";

export type CommandError = { key: string; params: Record<string, string | number> };
export type CommandAnswer = { operationId: string } & (
  | { ok: true; result: unknown }
  | { ok: false; error: CommandError }
);
export type Posted =
  | { state: "answered"; answers: CommandAnswer[] }
  | { state: "offline" }
  | { state: "signed-out" };

/** Sends a batch. What the server refuses as a whole is refused for each command in it. */
export async function postCommands(commands: readonly Entry[]): Promise<Posted> {
  const response = await fetch("/api/commands", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ commands }),
  }).catch(() => null);
  if (!response || response.status >= 500) return { state: "offline" };
  if (response.status === 401) return { state: "signed-out" };
  const body: { answers?: CommandAnswer[]; error?: CommandError } = await response
    .json()
    .catch(() => ({}));
  const error = body.error ?? { key: "unexpected", params: { id: "" } };
  const refused = commands.map(
    ({ operationId }): CommandAnswer => ({ operationId, ok: false, error }),
  );
  return { state: "answered", answers: body.answers ?? refused };
}
