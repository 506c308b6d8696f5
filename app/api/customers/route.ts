import { currentActor } from "#lib/auth/session.ts";
import { listOrganisations } from "#lib/customers/queries.ts";
import { storable } from "#lib/text.ts";

/** Names that a field proposes while somebody types. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentActor();
  if (!viewer) return new Response(null, { status: 401 });
  const text = new URL(request.url).searchParams.get("q") ?? "";
  const organisations = await listOrganisations(viewer, storable(text).slice(0, 200));
  return Response.json({ organisations }, { headers: { "Cache-Control": "no-store" } });
}
