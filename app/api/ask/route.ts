import { can } from "#lib/auth/policy.ts";
import { currentActor } from "#lib/auth/session.ts";
import { answerQuestion } from "#lib/catalogue/reads/ask.ts";
import { moment } from "#lib/clock.ts";
import { storable } from "#lib/text.ts";

/** "Do we have it?", while somebody types. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentActor();
  if (!viewer) return new Response(null, { status: 401 });
  if (!can(viewer, "catalogue:read")) return new Response(null, { status: 403 });
  const text = new URL(request.url).searchParams.get("q") ?? "";
  const said = await answerQuestion(viewer, storable(text).slice(0, 300), moment());
  return Response.json(said, { headers: { "Cache-Control": "no-store" } });
}
