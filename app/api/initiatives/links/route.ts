import { z } from "zod";
import { can } from "#lib/auth/policy.ts";
import { currentActor } from "#lib/auth/session.ts";
import { findLinks } from "#lib/initiatives/reads/links.ts";
import { isQuarter } from "#lib/quarter.ts";

const asked = z.object({ id: z.uuid(), quarter: z.string().refine(isQuarter) });

/** What an initiative is tied to, for a screen that shows many and asks for one. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentActor();
  if (!viewer) return new Response(null, { status: 401 });
  const given = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!given.success || !can(viewer, "plan:read")) return new Response(null, { status: 404 });
  const links = await findLinks(viewer, given.data.id, given.data.quarter);
  if (!links) return new Response(null, { status: 404 });
  return Response.json(links, { headers: { "Cache-Control": "no-store" } });
}
