import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { listRows } from "#lib/sql/rows.ts";

const unestimated = z.object({
  id: z.guid(),
  number: z.number(),
  title: z.string(),
  version: z.number(),
  /** The first quarter that it is planned in; null: in none yet. */
  quarter: z.string().nullable(),
});
export type Unestimated = z.output<typeof unestimated>;

/** A team's initiatives whose effort nobody has said: what is planned first, soonest first. */
export async function listUnestimated(
  viewer: Actor,
  teamId: string,
  limit: number,
): Promise<Unestimated[]> {
  authorise(viewer, "initiative:score");
  return listRows(db(), unestimated)`
    SELECT i.id::text AS id, i.number, i.title, i.version, r.quarter FROM initiative i
    LEFT JOIN LATERAL (SELECT min(p.quarter) AS quarter FROM roadmap_item p WHERE p.initiative_id = i.id) r ON true
    WHERE i.team_id = ${teamId}::uuid AND i.archived_at IS NULL AND i.effort_half_months IS NULL
    ORDER BY r.quarter NULLS LAST, i.number DESC LIMIT ${limit}`;
}
