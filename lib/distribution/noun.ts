import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

export const sharingOps = operationsOf("insight", ["insights"], {
  sharedOut: "insight:share-out",
  unshared: "insight:share-out",
  claimed: "insight:claim",
});

export const distribution = noun({
  name: "distribution",
  operations: [sharingOps],
  facts: { values: { quarter: "quarter" } },
  places: { sharing: { team: "team_id" } },
});
