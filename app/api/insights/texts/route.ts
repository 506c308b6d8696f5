import { z } from "zod";
import { currentActor } from "#lib/auth/session.ts";
import { listInsightDetails } from "#lib/insights/reads/insights.ts";

const asked = z.array(z.uuid()).max(60);

/** The texts of the rows on the screen, fetched ahead so that moving among them waits for nothing. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentActor();
  if (!viewer) return new Response(null, { status: 401 });
  const ids = asked.safeParse(new URL(request.url).searchParams.get("ids")?.split(",") ?? []);
  const details = ids.success ? await listInsightDetails(viewer, ids.data) : [];
  return Response.json({ details }, { headers: { "Cache-Control": "no-store" } });
}
