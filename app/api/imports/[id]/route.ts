import { currentActor } from "#lib/auth/session.ts";
import { findImportProgress } from "#lib/imports/reads/runs.ts";

/** How far an import is: asked for again and again by whoever watches it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  const actor = await currentActor();
  if (!actor)
    return Response.json({ error: { key: "signed-out", params: {} } }, { status: 401, headers });
  const progress = await findImportProgress(actor, (await params).id);
  if (!progress)
    return Response.json({ error: { key: "not-found", params: {} } }, { status: 404, headers });
  return Response.json(progress, { headers });
}
