import "server-only";
import { customersCommands } from "#lib/customers/commands.ts";
import { maySeeRevenue } from "#lib/customers/reads/revenue.ts";
import { customersStaying, customersTables } from "#lib/customers/tables.ts";
import { labelledBy } from "#lib/frame/labels.ts";
import { nounServer } from "#lib/frame/noun-server.ts";

export const customersServer = nounServer({
  commands: customersCommands,
  tables: customersTables,
  staying: customersStaying,
  sees: { revenue: maySeeRevenue },
  labels: { organisation: labelledBy("organisation", "name") },
});
