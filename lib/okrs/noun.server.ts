import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { objectiveIsVisible } from "#lib/auth/reads/privacy.ts";
import { nounServer } from "#lib/frame/noun-server.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { okrsCommands } from "#lib/okrs/commands.ts";
import { keyResultOps, objectiveOps } from "#lib/okrs/noun.ts";
import { okrsTables } from "#lib/okrs/tables.ts";
import { requireRightToObjectives } from "#lib/okrs/writes/undo-objectives.ts";

const checked = [
  ...[objectiveOps.created, objectiveOps.edited, objectiveOps.archived],
  ...[keyResultOps.created, keyResultOps.edited, keyResultOps.archived],
];

export const okrsServer = nounServer({
  commands: okrsCommands,
  // None is said through a command; some were, and stay.
  subjects: {
    objective: {
      table: "objective",
      read: "okr:read",
      comment: null,
      seen: (viewer) =>
        Prisma.sql`t.id IN (SELECT o.id FROM objective o WHERE ${objectiveIsVisible(viewer)})`,
      open: Prisma.sql`false`,
      followed: false,
      path: Prisma.sql`'/okrs/' || t.quarter`,
      missing: "not-found",
    },
    key_result: {
      table: "key_result",
      read: "okr:read",
      comment: null,
      seen: (viewer) =>
        Prisma.sql`t.objective_id IN (SELECT o.id FROM objective o WHERE ${objectiveIsVisible(viewer)})`,
      open: Prisma.sql`false`,
      followed: true,
      path: Prisma.sql`(SELECT '/okrs/' || o.quarter FROM objective o WHERE o.id = t.objective_id)`,
      missing: "not-found",
    },
  },
  tables: okrsTables,
  rights: Object.fromEntries(checked.map(({ name }) => [name, requireRightToObjectives])),
  labels: {
    objective: objectives,
    parent: objectives,
    key_result: (viewer) => Prisma.sql`
      SELECT k.id::text AS id, coalesce(k.title, o.title) AS label
      FROM key_result k JOIN objective o ON o.id = k.objective_id WHERE ${objectiveIsVisible(viewer)}`,
  },
});

function objectives(viewer: Actor): Prisma.Sql {
  return Prisma.sql`SELECT o.id::text AS id, o.title AS label FROM objective o WHERE ${objectiveIsVisible(viewer)}`;
}
