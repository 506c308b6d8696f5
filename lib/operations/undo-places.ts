import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { identifier } from "#lib/operations/identifier.ts";
import type { UndoRules } from "#lib/operations/undo-rules.ts";
import { listRows } from "#lib/sql/rows.ts";

const aPlace = z.object({ tribeId: z.guid().nullable(), teamId: z.guid().nullable() });
export type Place = z.infer<typeof aPlace>;

/** The Tribes and teams whose rows an operation touched, as far as those rows belong to one. */
export async function placesOf(
  tx: Tx,
  operationId: string,
  places: UndoRules["places"],
): Promise<Place[]> {
  const tables = Object.entries(places);
  if (tables.length === 0) return [];
  const touched = tables.map(
    ([table, { tribe, team }]) => Prisma.sql`
      SELECT ${fieldOf(tribe)} AS tribe_id, ${fieldOf(team)} AS team_id
      FROM change c LEFT JOIN ${identifier(table)} AS t
        ON t.id = CASE WHEN c.table_name = ${table} THEN c.row_id::uuid END
      CROSS JOIN LATERAL (SELECT coalesce(to_jsonb(t), '{}') || coalesce(c.before, '{}') || jsonb_strip_nulls(coalesce(c.after, '{}'))
        || jsonb_build_object('id', c.row_id) AS fields) AS f
      WHERE c.operation_id = ${operationId}::uuid AND c.table_name = ${table}`,
  );
  return listRows(tx, aPlace)`
    SELECT DISTINCT coalesce(named.tribe_id, team.tribe_id::text) AS "tribeId", named.team_id AS "teamId"
    FROM (${Prisma.join(touched, " UNION ALL ")}) AS named
    LEFT JOIN ${identifier(teamsIn(places))} AS team ON team.id = named.team_id::uuid`;
}

/** The table of teams, as its noun declares it: its rows are teams themselves, each in a Tribe. */
function teamsIn(places: UndoRules["places"]): string {
  const found = Object.entries(places).find(([, { team }]) => team === "id");
  if (!found) throw new Error("no noun says where teams are");
  return found[0];
}

function fieldOf(column: string | undefined): Prisma.Sql {
  return column === undefined ? Prisma.sql`NULL::text` : Prisma.sql`fields ->> ${column}::text`;
}
