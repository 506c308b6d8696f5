import { findActorById } from "#lib/auth/reads/actors.ts";
import { moment } from "#lib/clock.ts";
import { runCommand } from "#lib/commands.ts";
import { ownAddress } from "#lib/door/own-address.ts";
import { findQuiet } from "#lib/outbox/reads/silences.ts";
import { type Silencing, silencingOf } from "#lib/outbox/silence-token.ts";

// Where the foot of a message leads, and where a mail program asks by itself that it be silent (RFC 8058). Nobody is
// signed in: the link's seal says whose wish it is. To fetch it does nothing, as those who look through mail do.

export function GET(request: Request): Response {
  return to("/quiet", tokenOf(request));
}

/** Silences what the link says, or with `again` wants it again. A page is led back to; a program is told that it is done. */
export async function POST(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const token = tokenOf(request);
  const silencing = silencingOf(token);
  const quiet = silencing && (await findQuiet(silencing));
  const isPage = asked.get("from") === "page";
  if (!silencing || !quiet) return isPage ? to("/quiet", token) : answer(404);
  const isAgain = asked.get("again") === "1";
  if (quiet.isQuiet === isAgain) await change(silencing, isAgain, quiet.id);
  return isPage ? to("/quiet", token) : answer(200);
}

async function change({ personId, choice }: Silencing, isAgain: boolean, silenceId: string | null) {
  const at = moment();
  const actor = await findActorById(personId, at);
  if (!actor) return;
  const call = { ...at, operationId: crypto.randomUUID(), via: "mail" as const };
  if (choice[0] === "digest")
    await runCommand(
      "person.edit-preferences",
      actor,
      { digest: isAgain ? "weekdays" : choice[1] },
      call,
    );
  else if (!isAgain)
    await runCommand(
      "message.silence",
      actor,
      choice[0] === "thing" ? { on: choice[1], id: choice[2] } : { kind: choice[1] },
      call,
    );
  else if (silenceId) await runCommand("message.allow", actor, { id: silenceId }, call);
}

function tokenOf(request: Request): string {
  return (new URL(request.url).searchParams.get("token") ?? "").slice(0, 300);
}

function to(path: string, token: string): Response {
  const address = new URL(path, ownAddress());
  address.searchParams.set("token", token);
  return answer(303, { Location: address.toString() });
}

function answer(status: number, more: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store", ...more } });
}
