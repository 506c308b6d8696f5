import "server-only";
import { z } from "zod";
import { can } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import type { Asked } from "#lib/operations/undo-rules.ts";
import { listRows } from "#lib/sql/rows.ts";

const touchedLane = z.object({ tribeId: z.guid(), tribe: z.string(), quarter: z.string() });

/**
 * A committed quarter is its leads' to revise, a closed one nobody's: going back is no way around.
 * @throws UserError `quarter-committed`, `quarter-closed`
 */
export async function requireOpenQuarters({ tx, actor, operationId }: Asked): Promise<void> {
  const lanes = await listRows(tx, touchedLane)`
    SELECT DISTINCT m.id::text AS "tribeId", m.name AS tribe, place.quarter
    FROM change c
    LEFT JOIN roadmap_item item ON item.id = c.row_id::uuid
    CROSS JOIN LATERAL (VALUES
      (coalesce(c.before ->> 'team_id', item.team_id::text), coalesce(c.before ->> 'quarter', item.quarter)),
      (coalesce(c.after ->> 'team_id', item.team_id::text), coalesce(c.after ->> 'quarter', item.quarter))
    ) AS place (team_id, quarter)
    JOIN team t ON t.id = place.team_id::uuid JOIN tribe m ON m.id = t.tribe_id
    WHERE c.operation_id = ${operationId}::uuid AND c.table_name = 'roadmap_item'
    ORDER BY 1`;
  const tribeIds = [...new Set(lanes.map(({ tribeId }) => tribeId))];
  if (tribeIds.length === 0) return;
  await tx.$executeRaw`
    SELECT id FROM tribe WHERE id = ANY (${tribeIds}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  for (const { tribeId, tribe, quarter } of lanes) {
    const found = await tx.tribeQuarter.findUnique({
      where: { tribeId_quarter: { tribeId, quarter } },
      select: { state: true },
    });
    if (found?.state === "closed") throw new UserError("quarter-closed", { tribe, quarter });
    if (found?.state === "committed" && !can(actor, "roadmap:commit", { tribeId }))
      throw new UserError("quarter-committed", { tribe, quarter });
  }
}
