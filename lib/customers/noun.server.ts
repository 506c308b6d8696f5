import "server-only";
import { customersCommands } from "#lib/customers/commands.ts";
import { entriesOf } from "#lib/customers/reads/entries-of.ts";
import { maySeeRevenue } from "#lib/customers/reads/revenue.ts";
import { customersTables } from "#lib/customers/tables.ts";
import { forgetRequesters } from "#lib/customers/writes/forget-requesters.ts";
import { labelledBy } from "#lib/frame/labels.ts";
import { nounServer } from "#lib/frame/noun-server.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

export const customersServer = nounServer({
  commands: customersCommands,
  tables: customersTables,
  forgets: {
    askers: { find: entriesOf, forget: forgetRequesters },
    namesakes: {
      requester_id: (names) => Prisma.sql`
        SELECT r.id FROM one JOIN requester r USING (id) WHERE lower(r.name) = ANY (${[...names]}) AND r.erased_at IS NULL`,
    },
  },
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
