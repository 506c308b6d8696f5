import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { findDelivery } from "#lib/initiatives/reads/delivery.ts";
import { listKeyResultsToServe, listServedKeyResults } from "#lib/initiatives/reads/initiative.ts";
import type { InitiativeLinks } from "#lib/initiatives/views.ts";

/** What an initiative is tied to, and what it could be; null when there is none of that id. */
export async function findLinks(
  viewer: Actor,
  initiativeId: string,
  quarter: string,
): Promise<InitiativeLinks | null> {
  authorise(viewer, "plan:read");
  const [initiative, delivery, served, choices] = await Promise.all([
    db().initiative.findUnique({
      where: { id: initiativeId },
      select: { epicKey: true, version: true },
    }),
    findDelivery(viewer, initiativeId),
    listServedKeyResults(viewer, initiativeId),
    listKeyResultsToServe(viewer, quarter),
  ]);
  if (!initiative) return null;
  const linked = new Set(served.map(({ id }) => id));
  return { ...initiative, delivery, served, free: choices.filter(({ id }) => !linked.has(id)) };
}
