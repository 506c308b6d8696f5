import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise, can, type Permission } from "#lib/auth/policy.ts";
import type { Tx } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { placesOf } from "#lib/operations/undo-places.ts";

// Taking an act back is an act: whoever lost the right to the one has lost the other.

/** What a kind of act needs, by the longest name that fits; what fits none is for Product Ops. */
const needs: readonly (readonly [prefix: string, needed: Permission | null])[] = [
  ["insight.shared-out", "insight:share-out"],
  ["insight.unshared", "insight:share-out"],
  ["insight.claimed", "insight:claim"],
  ["insight.answered", "insight:answer"],
  ["insight.reopened", "insight:answer"],
  ["insight.", "insight:triage"],
  ["comment.", null],
  ["view.", null],
  ["theme.", "theme:edit"],
  ["initiative.scored", "initiative:score"],
  ["initiative.", "initiative:edit"],
  ["roadmap.reopened", "roadmap:commit"],
  ["roadmap.", "roadmap:draft"],
  ["capacity.", "capacity:set"],
  ["band.", "band:set"],
];

/** @throws UserError `not-allowed`, `quarter-committed`, `quarter-closed` */
export async function requireRightToUndo(
  tx: Tx,
  actor: Actor,
  operation: { id: string; name: string },
): Promise<void> {
  await requireOpenQuarters(tx, actor, operation.id);
  if (can(actor, "settings:manage")) return;
  if (/^(objective|key-result)\./.test(operation.name))
    return requireRightToObjectives(tx, actor, operation.id);
  const places = await placesOf(tx, operation.id);
  if (operation.name.startsWith("hat.") && places.length > 0) {
    for (const place of places)
      authorise(actor, place.isDeputy ? "deputy:name" : "people:manage", place);
    return;
  }
  const found = needs.find(([prefix]) => operation.name.startsWith(prefix));
  const needed = found ? found[1] : "settings:manage";
  if (needed === null) return;
  // Without a place a right that asks for one is nobody's but the CPO's.
  for (const place of places.length > 0 ? places : [{}]) authorise(actor, needed, place);
}

/** A committed quarter is its leads' to revise, a closed one nobody's: going back is no way around. */
async function requireOpenQuarters(tx: Tx, actor: Actor, operationId: string): Promise<void> {
  const lanes = await tx.$queryRaw<{ tribeId: string; tribe: string; quarter: string }[]>`
    SELECT DISTINCT m.id::text AS "tribeId", m.name AS tribe, place.quarter
    FROM change c
    LEFT JOIN roadmap_item item ON item.id::text = c.row_id
    CROSS JOIN LATERAL (VALUES
      (coalesce(c.before ->> 'team_id', item.team_id::text), coalesce(c.before ->> 'quarter', item.quarter)),
      (coalesce(c.after ->> 'team_id', item.team_id::text), coalesce(c.after ->> 'quarter', item.quarter))
    ) AS place (team_id, quarter)
    JOIN team t ON t.id::text = place.team_id JOIN tribe m ON m.id = t.tribe_id
    WHERE c.operation_id = ${operationId}::uuid AND c.table_name = 'roadmap_item'
    ORDER BY 1`;
  const tribeIds = [...new Set(lanes.map(({ tribeId }) => tribeId))];
  if (tribeIds.length === 0) return;
  await tx.$queryRaw`
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

/** Somebody's own objective is theirs to take back: others do not even see that it was done. */
async function requireRightToObjectives(tx: Tx, actor: Actor, operationId: string): Promise<void> {
  const key = Prisma.sql`coalesce(c.after ->> 'objective_id', c.before ->> 'objective_id', k.objective_id::text, c.row_id)`;
  const touched = await tx.$queryRaw<{ level: string; ownerId: string | null }[]>`
    SELECT DISTINCT o.level, o.owner_id::text AS "ownerId" FROM change c
    LEFT JOIN key_result k ON k.id::text = c.row_id AND c.table_name = 'key_result'
    JOIN objective o ON o.id::text = ${key}
    WHERE c.operation_id = ${operationId}::uuid AND c.table_name IN ('objective', 'key_result')`;
  for (const { level, ownerId } of touched) {
    if (level === "individual") authorise(actor, "okr:edit-individual", { ownerId });
    else authorise(actor, level === "company" ? "okr:edit-company" : "okr:edit-department");
  }
}
