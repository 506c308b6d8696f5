import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { nounServer } from "#lib/frame/noun-server.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { insightsCommands } from "#lib/insights/commands.ts";
import { insightOps } from "#lib/insights/noun.ts";
import { insightsForget } from "#lib/insights/reads/forgets.ts";
import { visibleSql } from "#lib/insights/reads/visible.ts";
import { whoAsked } from "#lib/insights/reads/who-asked.ts";
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
  labels: {
    insight: named,
    merged_into: named,
    split_from: named,
    answer_initiative: () =>
      Prisma.sql`SELECT id::text AS id, 'INI-' || number || ' (' || left(title, 80) || ')' AS label FROM initiative`,
    answer_entry: () =>
      Prisma.sql`SELECT id::text AS id, left(title, 120) AS label FROM catalogue_entry`,
    answer_reason: reasonWords,
    decline_reason: reasonWords,
  },
});

function reasonWords(): Prisma.Sql {
  return Prisma.sql`SELECT id::text AS id, words AS label FROM decline_reason`;
}

// What another insight says is not for whoever may see only their own: they read its number.
function named(viewer: Actor): Prisma.Sql {
  const title = can(viewer, "insight:list") ? Prisma.sql`title` : Prisma.sql`NULL`;
  return Prisma.sql`
    SELECT id::text AS id, 'INS-' || number || coalesce(' (' || nullif(left(${title}, 80), '') || ')', '') AS label
    FROM insight`;
}
