import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

export const entryOps = operationsOf("entry", ["catalogue"], {
  created: "catalogue:edit",
  edited: "catalogue:edit",
  verified: "catalogue:edit",
  archived: "catalogue:edit",
});

export const catalogue = noun({
  name: "catalogue",
  operations: [entryOps],
  topics: { catalogue: "catalogue:read" },
  facts: {
    kinds: ["catalogue_entry"],
    values: { title: "text", answer: "code", quarter: "quarter" },
  },
});
