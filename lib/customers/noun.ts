import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

export const customerOps = operationsOf("customer", ["customers"], {
  saved: "settings:manage",
  merged: "final",
  parted: "final",
  pairDismissed: "settings:manage",
  imported: "final",
});

export const customers = noun({
  name: "customers",
  operations: [customerOps],
  topics: { customers: "customer:read" },
  facts: {
    kinds: ["organisation"],
    values: {
      name: "text",
      into: "text",
      state: "code",
      segment: "text",
      country: "text",
    },
  },
});
