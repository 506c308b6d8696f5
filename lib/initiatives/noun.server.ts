import "server-only";
import { nounServer } from "#lib/frame/noun-server.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { initiativesCommands } from "#lib/initiatives/commands.ts";
import { initiativesTables } from "#lib/initiatives/tables.ts";
import { keepFactorsTakenBack } from "#lib/initiatives/writes/factors.ts";

export const initiativesServer = nounServer({
  commands: initiativesCommands,
  subjects: {
    initiative: {
      table: "initiative",
      read: "initiative:read",
      comment: "initiative:comment",
      seen: () => Prisma.sql`true`,
      open: Prisma.sql`t.archived_at IS NULL`,
      followed: true,
      path: Prisma.sql`'/initiatives/' || t.number`,
      missing: "not-found",
    },
  },
  tables: initiativesTables,
  undo: { initiative: { after: keepFactorsTakenBack } },
  labels: {
    initiative: () =>
      Prisma.sql`SELECT id::text AS id, 'INI-' || number || ' (' || left(title, 80) || ')' AS label FROM initiative`,
  },
});
