import { z } from "zod";
import { can } from "#lib/auth/policy.ts";
import { currentActor } from "#lib/auth/session.ts";
import { listPlacesLike } from "#lib/catalogue/reads/ask.ts";
import { moment } from "#lib/clock.ts";
import { answeringOf } from "#lib/proposals/reads/answering.ts";
import type { Answering } from "#lib/proposals/views.ts";

const asked = z.union([
  z.object({ id: z.uuid(), q: z.string().max(200).default("") }),
  z.object({ theme: z.uuid(), q: z.string().max(200).default("") }),
]);

/** What an answer could name: asked for as somebody is about to give one. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentActor();
  if (!viewer) return new Response(null, { status: 401 });
  const given = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!given.success || !can(viewer, "insight:list")) return new Response(null, { status: 404 });
  const { q } = given.data;
  const about = "id" in given.data ? { insightId: given.data.id } : { themeId: given.data.theme };
  const found = await answeringOf(viewer, { about, q: q.trim() }, moment());
  if (!found) return new Response(null, { status: 404 });
  const { text, ...said } = found;
  const places = await listPlacesLike(viewer, q.trim() || text);
  const answering: Answering = { ...said, places };
  return Response.json({ answering }, { headers: { "Cache-Control": "no-store" } });
}
