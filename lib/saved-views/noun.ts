import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

export const viewOps = operationsOf("view", [], {
  saved: "author",
  removed: "author",
});

export const savedViews = noun({
  name: "saved-views",
  operations: [viewOps],
  facts: { values: { name: "text" } },
});
