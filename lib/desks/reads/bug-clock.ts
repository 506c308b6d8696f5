import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { db } from "#lib/db.ts";
import { type BugClock, bugClockOf } from "#lib/desks/bug-clock.ts";
import { statusMeanings } from "#lib/desks/schema.ts";
import { visibleSql } from "#lib/insights/reads/visible.ts";
import { instant } from "#lib/sql/columns.ts";
import { findRow } from "#lib/sql/rows.ts";

const aBug = z.object({
  statuses: z.unknown(),
  steps: z.array(z.object({ at: instant, toStatus: z.string() })),
});

/** The three dates of a bug as its desk tells them; null for what is no bug, or whose source gives its statuses no meaning. */
export async function findBugClock(viewer: Actor, insightId: string): Promise<BugClock | null> {
  const row = await findRow(db(), aBug)`
    SELECT s.statuses, (SELECT coalesce(jsonb_agg(jsonb_build_object('at', x.at, 'toStatus', x.to_status)), '[]')
      FROM ticket_transition x WHERE x.ticket_id = i.ticket_id) AS steps
    FROM insight i JOIN source s ON s.id = i.source_id
    WHERE i.id = ${insightId}::uuid AND i.kind = 'bug' AND i.ticket_id IS NOT NULL AND ${visibleSql(viewer)}`;
  if (!row) return null;
  const steps = row.steps.map(({ at, toStatus }) => ({ at: new Date(at), toStatus }));
  return bugClockOf(steps, statusMeanings.catch({}).parse(row.statuses));
}
