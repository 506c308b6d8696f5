import { can } from "#lib/auth/policy.ts";
import { currentActor } from "#lib/auth/session.ts";
import { moment } from "#lib/clock.ts";
import { listFilterOf } from "#lib/insights/list/filter.ts";
import { countMatching } from "#lib/insights/reads/list.ts";

/** How many the list of this address has; asked when its first rows are on the screen. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentActor();
  if (!viewer) return new Response(null, { status: 401 });
  if (!can(viewer, "insight:list")) return new Response(null, { status: 404 });
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const total = await countMatching(viewer, listFilterOf(query), moment());
  return Response.json({ total }, { headers: { "Cache-Control": "no-store" } });
}
