import { z } from "zod";
import { can } from "#lib/auth/policy.ts";
import { currentActor } from "#lib/auth/session.ts";
import { moment } from "#lib/clock.ts";
import { answeringOf } from "#lib/proposals/reads/answering.ts";

/** What an answer to one insight could say: asked for as somebody is about to give one. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentActor();
  if (!viewer) return new Response(null, { status: 401 });
  const id = z.uuid().safeParse(new URL(request.url).searchParams.get("id"));
  if (!id.success || !can(viewer, "insight:list")) return new Response(null, { status: 404 });
  const answering = await answeringOf(viewer, id.data, moment());
  return Response.json({ answering }, { headers: { "Cache-Control": "no-store" } });
}
