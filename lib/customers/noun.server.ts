import "server-only";
import { maySeeRevenue } from "#lib/customers/reads/revenue.ts";
import { customersStaying, customersTables } from "#lib/customers/tables.ts";
import { labelledBy } from "#lib/frame/labels.ts";
import { nounServer } from "#lib/frame/noun-server.ts";

export const customersServer = nounServer({
  tables: customersTables,
  staying: customersStaying,
  sees: { revenue: maySeeRevenue },
  labels: { organisation: labelledBy("organisation", "name") },
});
