import { z } from "zod";
import { can } from "#lib/auth/policy.ts";
import { currentActor } from "#lib/auth/session.ts";
import { moment } from "#lib/clock.ts";
import { proposalsOf } from "#lib/proposals/reads/of-insight.ts";

/** What is proposed of one insight; null where nobody can decide anything of it any more, or nothing is proposed. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentActor();
  if (!viewer) return new Response(null, { status: 401 });
  const id = z.uuid().safeParse(new URL(request.url).searchParams.get("id"));
  if (!id.success || !can(viewer, "insight:list")) return new Response(null, { status: 404 });
  const proposals = await proposalsOf(viewer, id.data, moment());
  return Response.json({ proposals }, { headers: { "Cache-Control": "no-store" } });
}
