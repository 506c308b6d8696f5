import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import {
  findTotalsBehind,
  findWhoAsked,
  type TotalsBehind,
  type WhoAsked,
} from "#lib/insights/reads/behind.ts";
import { hanging } from "#lib/sql/whole-insights.ts";

/** Ids of the insights behind `initiative i`, each once: those of its themes. */
export const insightsBehind = Prisma.sql`
  SELECT m.root_id AS insight_id FROM initiative_theme it JOIN (${hanging("theme_insight")}) ON l.theme_id = it.theme_id
  WHERE it.initiative_id = i.id GROUP BY m.root_id`;

export type Evidence = WhoAsked & { totals: TotalsBehind };

/** Who asked for it: a floor for its reach, never the reach itself. */
export async function findEvidence(viewer: Actor, initiativeId: string): Promise<Evidence> {
  authorise(viewer, "initiative:read");
  const behind = behindInitiative(initiativeId);
  const [totals, asked] = await Promise.all([
    findTotalsBehind(viewer, behind),
    findWhoAsked(viewer, behind),
  ]);
  return { totals, ...asked };
}

const behindInitiative = (initiativeId: string): Prisma.Sql =>
  Prisma.sql`SELECT behind.insight_id FROM initiative i, LATERAL (${insightsBehind}) AS behind
    WHERE i.id = ${initiativeId}::uuid`;
