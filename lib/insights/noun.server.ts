import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { nounServer } from "#lib/frame/noun-server.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { insightsCommands } from "#lib/insights/commands.ts";
import { insightOps } from "#lib/insights/noun.ts";
import { insightsForget } from "#lib/insights/reads/forgets.ts";
import { visibleSql } from "#lib/insights/reads/visible.ts";
import { insightsTables, requestersOfInsights } from "#lib/insights/tables.ts";
import { makeSearchable } from "#lib/insights/writes/searchable.ts";

export const insightsServer = nounServer({
  commands: insightsCommands,
  subjects: {
    insight: {
      table: "insight",
      read: "insight:comment",
      comment: "insight:comment",
      seen: (viewer) => visibleSql(viewer, "t"),
      open: Prisma.sql`true`,
      followed: true,
      countsAs: "root_id",
      path: Prisma.sql`'/insights/INS-' || t.number`,
      missing: "insights-not-found",
    },
  },
  undo: {
    insight: {
      after: (w, done) =>
        makeSearchable(
          w,
          done.map(({ rowId }) => rowId),
        ),
    },
  },
  hearings: { [insightOps.answered.name]: { kind: "answered", who: whoAsked } },
  tables: insightsTables,
  forgets: insightsForget,
  narrows: { requester: requestersOfInsights },
  labels: { insight: named, merged_into: named, split_from: named },
});

/** Whoever handed it in or something merged into it, and our own people among those who asked: once, of what they know. */
function whoAsked(changes: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT asked.person_id, 'insight' AS subject_kind, (array_agg(m.id ORDER BY m.id <> i.id, m.id))[1] AS subject_id
    FROM ${changes} AS c JOIN insight i ON i.id = c.row_id::uuid JOIN insight m ON m.root_id = i.id,
    LATERAL (SELECT m.handed_in_by_id AS person_id UNION
      SELECT r.person_id FROM insight_requester ir JOIN requester r ON r.id = ir.requester_id WHERE ir.insight_id = m.id) AS asked
    WHERE c.table_name = 'insight' AND asked.person_id IS NOT NULL GROUP BY asked.person_id, i.id`;
}

// What another insight says is not for whoever may see only their own: they read its number.
function named(viewer: Actor): Prisma.Sql {
  const title = can(viewer, "insight:list") ? Prisma.sql`title` : Prisma.sql`NULL`;
  return Prisma.sql`
    SELECT id::text AS id, 'INS-' || number || coalesce(' (' || nullif(left(${title}, 80), '') || ')', '') AS label
    FROM insight`;
}
