import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

export const initiativeOps = operationsOf("initiative", ["initiatives", "okrs"], {
  created: "initiative:edit",
  edited: "initiative:edit",
  scored: "initiative:score",
  linked: "initiative:edit",
  unlinked: "initiative:edit",
  archived: "initiative:edit",
});

export const initiatives = noun({
  name: "initiatives",
  operations: [initiativeOps],
  topics: { initiatives: "initiative:read" },
  commented: ["initiatives"],
  facts: { kinds: ["initiative"], columns: ["title", "kind"], params: ["factor", "epicKey"] },
});
