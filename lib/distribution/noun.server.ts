import "server-only";
import { distributionCommands } from "#lib/distribution/commands.ts";
import { sharingOps } from "#lib/distribution/noun.ts";
import { distributionTables } from "#lib/distribution/tables.ts";
import { nounServer } from "#lib/frame/noun-server.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { holdsOn } from "#lib/sql/dated.ts";

export const distributionServer = nounServer({
  commands: distributionCommands,
  tables: distributionTables,
  hearings: {
    [sharingOps.sharedOut.name]: { kind: "given", who: pmsOfTheTeam },
    [sharingOps.claimed.name]: { kind: "given", who: pmsOfTheTeam },
  },
});

function pmsOfTheTeam(changes: Prisma.Sql, today: string): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT h.person_id, 'team' AS subject_kind, s.team_id AS subject_id
    FROM ${changes} AS c JOIN sharing s ON s.id = c.row_id::uuid
    JOIN hat h ON h.team_id = s.team_id AND h.code = 'pm' AND ${holdsOn("h", today)}
    WHERE c.table_name = 'sharing'`;
}
