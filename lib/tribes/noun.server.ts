import "server-only";
import { labelledBy } from "#lib/frame/labels.ts";
import { nounServer } from "#lib/frame/noun-server.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { tribesCommands } from "#lib/tribes/commands.ts";
import { tribesTables } from "#lib/tribes/tables.ts";

export const tribesServer = nounServer({
  commands: tribesCommands,
  tables: tribesTables,
  subjects: {
    team: {
      table: "team",
      read: "insight:list",
      comment: null,
      seen: () => Prisma.sql`true`,
      open: Prisma.sql`false`,
      followed: false,
      path: Prisma.sql`'/insights?state=team&team=' || t.id`,
      missing: "not-found",
    },
  },
  labels: {
    tribe: labelledBy("tribe", "name"),
    team: labelledBy("team", "name"),
    department: labelledBy("department", "name"),
    product: labelledBy("product", "name"),
  },
});
