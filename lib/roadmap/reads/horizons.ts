import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { currentQuarter, type Moment, shiftQuarter } from "#lib/quarter.ts";
import { type OnHorizon, onHorizon } from "#lib/roadmap/views.ts";
import { listRows } from "#lib/sql/rows.ts";

/** What is planned, each once where it comes first: neither when, nor how large, nor how it is valued. */
export function listHorizons(viewer: Actor, at: Moment): Promise<OnHorizon[]> {
  authorise(viewer, "roadmap:read");
  const now = currentQuarter(at);
  return listRows(db(), onHorizon)`
    SELECT number, title, horizon, tribe FROM (
      SELECT DISTINCT ON (i.id) i.number, i.title, b.position AS place,
        CASE r.quarter WHEN ${now} THEN 'now' WHEN ${shiftQuarter(now, 1)} THEN 'next' ELSE 'later' END AS horizon,
        jsonb_build_object('code', b.code, 'name', b.name, 'position', b.position) AS tribe
      FROM roadmap_item r JOIN initiative i ON i.id = r.initiative_id
      JOIN team t ON t.id = r.team_id JOIN tribe b ON b.id = t.tribe_id
      WHERE r.quarter >= ${now} AND i.archived_at IS NULL
      ORDER BY i.id, r.quarter, b.position) AS planned
    ORDER BY place, title, number`;
}
