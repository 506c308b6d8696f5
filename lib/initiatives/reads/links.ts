import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { type Delivery, findDelivery } from "#lib/initiatives/reads/delivery.ts";
import {
  listKeyResultsToServe,
  listServedKeyResults,
  type ServedKeyResult,
} from "#lib/initiatives/reads/initiative.ts";

export type InitiativeLinks = {
  epicKey: string | null;
  /** How its epic stands; null before it was read. */
  delivery: Delivery | null;
  served: ServedKeyResult[];
  /** The quarter's key results that it does not serve yet. */
  free: ServedKeyResult[];
};

/** What an initiative is tied to, and what it could be; null when there is none of that id. */
export async function findLinks(
  viewer: Actor,
  initiativeId: string,
  quarter: string,
): Promise<InitiativeLinks | null> {
  authorise(viewer, "initiative:read");
  const [initiative, delivery, served, choices] = await Promise.all([
    db().initiative.findUnique({ where: { id: initiativeId }, select: { epicKey: true } }),
    findDelivery(viewer, initiativeId),
    listServedKeyResults(viewer, initiativeId),
    listKeyResultsToServe(viewer, quarter),
  ]);
  if (!initiative) return null;
  const linked = new Set(served.map(({ id }) => id));
  return { ...initiative, delivery, served, free: choices.filter(({ id }) => !linked.has(id)) };
}
