import { can } from "#lib/auth/policy.ts";
import { currentActor } from "#lib/auth/session.ts";
import { storable } from "#lib/text.ts";
import { listThemeChoices } from "#lib/themes/reads/themes.ts";

/** Themes that the picker proposes while somebody types. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentActor();
  if (!viewer) return new Response(null, { status: 401 });
  if (!can(viewer, "theme:read")) return new Response(null, { status: 403 });
  const text = new URL(request.url).searchParams.get("q") ?? "";
  const themes = await listThemeChoices(viewer, storable(text).slice(0, 200));
  return Response.json({ themes }, { headers: { "Cache-Control": "no-store" } });
}
