import "server-only";
import { customersCommands } from "#lib/customers/commands.ts";
import { maySeeRevenue } from "#lib/customers/reads/revenue.ts";
import { customersStaying, customersTables } from "#lib/customers/tables.ts";
import { labelledBy } from "#lib/frame/labels.ts";
import { nounServer } from "#lib/frame/noun-server.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

export const customersServer = nounServer({
  commands: customersCommands,
  tables: customersTables,
  staying: customersStaying,
  sees: { revenue: maySeeRevenue },
  subjects: {
    organisation: {
      table: "organisation",
      read: "customer:read",
      comment: null,
      seen: () => Prisma.sql`true`,
      open: Prisma.sql`false`,
      followed: true,
      path: Prisma.sql`'/insights?state=all&organisation=' || t.id`,
      missing: "not-found",
    },
  },
  labels: { organisation: labelledBy("organisation", "name") },
});
