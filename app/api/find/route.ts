import { currentActor } from "#lib/auth/session.ts";
import { findByName } from "#lib/find/reads.ts";
import { storable } from "#lib/text.ts";

/** What the command menu finds by its name, of what this person may open. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentActor();
  if (!viewer) return new Response(null, { status: 401 });
  const text = new URL(request.url).searchParams.get("q") ?? "";
  const found = await findByName(viewer, storable(text).slice(0, 200));
  return Response.json({ found }, { headers: { "Cache-Control": "no-store" } });
}
