import "server-only";
import { nounServer } from "#lib/frame/noun-server.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { roadmapCommands } from "#lib/roadmap/commands.ts";
import { roadmapOps } from "#lib/roadmap/noun.ts";
import { roadmapTables } from "#lib/roadmap/tables.ts";
import { requireOpenQuarters } from "#lib/roadmap/writes/undo-items.ts";
import { holdsOn } from "#lib/sql/dated.ts";

export const roadmapServer = nounServer({
  commands: roadmapCommands,
  tables: roadmapTables,
  subjects: {
    tribe_quarter: {
      table: "tribe_quarter",
      read: "roadmap:read",
      comment: null,
      seen: () => Prisma.sql`true`,
      open: Prisma.sql`false`,
      followed: false,
      path: Prisma.sql`(SELECT '/roadmap/' || t.quarter || '?tribe=' || tribe.code FROM tribe WHERE tribe.id = t.tribe_id)`,
      missing: "not-found",
    },
  },
  hearings: {
    [roadmapOps.committed.name]: {
      kind: "committed",
      who: (changes, today) => Prisma.sql`
        SELECT DISTINCT h.person_id, 'tribe_quarter' AS subject_kind, q.id AS subject_id
        FROM ${changes} AS c JOIN tribe_quarter q ON q.id = c.row_id::uuid
        JOIN team ON team.tribe_id = q.tribe_id
        JOIN hat h ON h.team_id = team.id AND h.code = 'pm' AND ${holdsOn("h", today)}
        WHERE c.table_name = 'tribe_quarter'`,
    },
  },
  undo: { roadmap_item: { before: requireOpenQuarters } },
});
