import "server-only";
import { Prisma } from "#lib/generated/prisma/client.ts";

/** Whoever handed it in or something merged into it, and our own people among those who asked: once, of what they know. */
export function whoAsked(changes: Prisma.Sql): Prisma.Sql {
  return asking(changes, Prisma.sql`, i.id`);
}

/** The same, each once whatever they asked: of several answered alike they hear of one. */
export function whoAskedOnce(changes: Prisma.Sql): Prisma.Sql {
  return asking(changes, Prisma.empty);
}

function asking(changes: Prisma.Sql, apart: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT asked.person_id, 'insight' AS subject_kind, (array_agg(m.id ORDER BY m.id <> i.id, m.id))[1] AS subject_id
    FROM ${changes} AS c JOIN insight i ON i.id = c.row_id::uuid JOIN insight m ON m.root_id = i.id,
    LATERAL (SELECT m.handed_in_by_id AS person_id UNION
      SELECT r.person_id FROM insight_requester ir JOIN requester r ON r.id = ir.requester_id WHERE ir.insight_id = m.id) AS asked
    WHERE c.table_name = 'insight' AND asked.person_id IS NOT NULL GROUP BY asked.person_id${apart}`;
}
