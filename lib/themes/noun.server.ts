import "server-only";
import { labelledBy } from "#lib/frame/labels.ts";
import { nounServer } from "#lib/frame/noun-server.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { whoAskedOnce } from "#lib/insights/reads/who-asked.ts";
import { themesCommands } from "#lib/themes/commands.ts";
import { themeOps } from "#lib/themes/noun.ts";
import { themesTables } from "#lib/themes/tables.ts";

export const themesServer = nounServer({
  commands: themesCommands,
  subjects: {
    theme: {
      table: "theme",
      read: "theme:read",
      comment: "theme:comment",
      seen: () => Prisma.sql`true`,
      open: Prisma.sql`t.archived_at IS NULL`,
      followed: true,
      path: Prisma.sql`'/themes/' || t.id`,
      missing: "not-found",
    },
  },
  hearings: { [themeOps.answered.name]: { kind: "answered", who: whoAskedOnce } },
  tables: themesTables,
  labels: { theme: labelledBy("theme", "title") },
});
