import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

export const proposalOps = operationsOf("proposal", ["insights"], {
  confirmed: "insight:triage",
  refused: "insight:triage",
});

export const proposals = noun({
  name: "proposals",
  operations: [proposalOps],
  topics: { proposals: "insight:list" },
  facts: { kinds: ["other"], values: { proposed: "code" } },
});
