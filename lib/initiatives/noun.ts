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
  facts: {
    kinds: ["initiative"],
    values: {
      title: "text",
      kind: "code",
      origin: "code",
      factor: "code",
      to: "code",
      epicKey: "text",
      epic_key: "text",
      reach: "number",
      impact_hundredths: "hundredths",
      confidence_hundredths: "hundredths-percent",
      effort_half_months: "half-months",
    },
  },
});
