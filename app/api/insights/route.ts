import { can } from "#lib/auth/policy.ts";
import { currentActor } from "#lib/auth/session.ts";
import { moment } from "#lib/clock.ts";
import { listFilterOf } from "#lib/insights/list/filter.ts";
import { listInsightsAsJson } from "#lib/insights/reads/list.ts";

/** The list's rows as the page asks for more: the same address, and `after` where the last page ended. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentActor();
  if (!viewer) return new Response(null, { status: 401 });
  if (!can(viewer, "insight:list")) return new Response(null, { status: 404 });
  const { after, ...query } = Object.fromEntries(new URL(request.url).searchParams);
  const page = await listInsightsAsJson(viewer, listFilterOf(query), moment(), { after });
  const headers = { "Cache-Control": "no-store", "Content-Type": "application/json" };
  return new Response(page, { headers });
}
