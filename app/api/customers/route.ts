import { currentActor } from "#lib/auth/session.ts";
import { listOrganisations } from "#lib/customers/reads/organisations.ts";
import { findCustomerOfDomain } from "#lib/insights/reads/customer-of-domain.ts";
import { storable } from "#lib/text.ts";

/** Names that a field proposes while somebody types; or the one customer that a domain of e-mail belongs to. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentActor();
  if (!viewer) return new Response(null, { status: 401 });
  const query = new URL(request.url).searchParams;
  const domain = query.get("domain");
  const organisations =
    domain === null
      ? await listOrganisations(viewer, storable(query.get("q") ?? "").slice(0, 200))
      : [await findCustomerOfDomain(viewer, storable(domain).slice(0, 253))].filter(
          (found) => found !== null,
        );
  return Response.json({ organisations }, { headers: { "Cache-Control": "no-store" } });
}
