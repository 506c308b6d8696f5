import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { askedBy } from "#lib/insights/reads/of-customer.ts";
import { listRows } from "#lib/sql/rows.ts";
import { hanging } from "#lib/sql/whole-insights.ts";

const servingInitiative = z.object({
  id: z.guid(),
  number: z.number(),
  title: z.string(),
  team: z.string(),
  /** Quarters that it is planned in, oldest first. */
  quarters: z.array(z.string()),
  /** How many of the customer's insights are behind it. */
  insights: z.number(),
});
export type ServingInitiative = z.output<typeof servingInitiative>;

/** What is or was made of what that customer asked, as far as the viewer sees that: what is planned last first. */
export async function listInitiativesServing(
  viewer: Actor,
  organisationId: string,
): Promise<ServingInitiative[]> {
  authorise(viewer, "initiative:read");
  return listRows(db(), servingInitiative)`
    SELECT i.id::text AS id, i.number, i.title, t.name AS team, behind.insights,
      (SELECT coalesce(array_agg(DISTINCT r.quarter ORDER BY r.quarter), '{}') FROM roadmap_item r
        WHERE r.initiative_id = i.id) AS quarters
    FROM (
      SELECT it.initiative_id, count(DISTINCT m.root_id)::int AS insights
      FROM ${hanging("theme_insight")} JOIN initiative_theme it ON it.theme_id = l.theme_id
      WHERE m.root_id IN (SELECT root_id FROM (${askedBy(viewer, organisationId)}) AS asked) GROUP BY 1
    ) AS behind JOIN initiative i ON i.id = behind.initiative_id JOIN team t ON t.id = i.team_id
    WHERE i.archived_at IS NULL
    ORDER BY (SELECT max(quarter) FROM roadmap_item r WHERE r.initiative_id = i.id) DESC NULLS LAST, behind.insights DESC, i.number DESC`;
}
