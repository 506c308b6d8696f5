import "server-only";
import type { Tx } from "#lib/db.ts";

export type Place = { tribeId: string | null; teamId: string | null; isDeputy: boolean };

/** The Tribes and teams whose rows an operation touched, as far as those rows belong to one. */
export async function placesOf(tx: Tx, operationId: string): Promise<Place[]> {
  return tx.$queryRaw<Place[]>`
    WITH touched AS (
      SELECT c.table_name, c.row_id, coalesce(c.before, '{}') || jsonb_strip_nulls(coalesce(c.after, '{}')) AS fields
      FROM change c WHERE c.operation_id = ${operationId}::uuid
    ), named AS (
      SELECT table_name,
        coalesce(CASE table_name WHEN 'team' THEN t.row_id ELSE fields ->> 'team_id' END, k.team_id::text, s.team_id::text,
          i.team_id::text) AS team_id,
        coalesce(CASE table_name WHEN 'tribe' THEN t.row_id ELSE fields ->> 'tribe_id' END, h.tribe_id::text,
          q.tribe_id::text) AS tribe_id,
        coalesce(fields ->> 'code', h.code) AS code
      FROM touched t
      LEFT JOIN capacity k ON t.table_name = 'capacity' AND k.id::text = t.row_id
      LEFT JOIN sharing s ON t.table_name = 'sharing' AND s.id::text = t.row_id
      LEFT JOIN roadmap_item i ON t.table_name = 'roadmap_item' AND i.id::text = t.row_id
      LEFT JOIN hat h ON t.table_name = 'hat' AND h.id::text = t.row_id
      LEFT JOIN tribe_quarter q ON t.table_name = 'tribe_quarter' AND q.id::text = t.row_id
      WHERE t.table_name IN ('team', 'tribe', 'capacity', 'sharing', 'roadmap_item', 'hat', 'tribe_quarter')
    )
    SELECT DISTINCT coalesce(named.tribe_id, team.tribe_id::text) AS "tribeId", named.team_id AS "teamId",
      (named.table_name = 'hat' AND named.code = 'deputy' AND named.tribe_id IS NOT NULL) AS "isDeputy"
    FROM named LEFT JOIN team ON team.id::text = named.team_id`;
}
