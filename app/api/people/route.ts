import { can } from "#lib/auth/policy.ts";
import { currentActor } from "#lib/auth/session.ts";
import { listPeopleNamed } from "#lib/people/reads/people.ts";
import { storable } from "#lib/text.ts";

/** The people that a comment may speak to, while somebody types a name. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentActor();
  if (!viewer) return new Response(null, { status: 401 });
  if (!can(viewer, "people:read")) return new Response(null, { status: 403 });
  const text = new URL(request.url).searchParams.get("q") ?? "";
  const people = await listPeopleNamed(viewer, storable(text).slice(0, 100));
  return Response.json({ people }, { headers: { "Cache-Control": "no-store" } });
}
