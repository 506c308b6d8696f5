import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

export const sourceOps = operationsOf("source", ["imports", "insights"], {
  saved: "final",
  paused: "final",
  resumed: "final",
  pullAsked: "final",
  disconnected: "final",
  pulled: "final",
  eventTaken: "final",
});

export const epicOps = operationsOf("epic", ["initiatives", "roadmap"], {
  read: "final",
});

export const desks = noun({
  name: "desks",
  operations: [sourceOps, epicOps],
  facts: { kinds: ["source"], values: { name: "text", source: "text" } },
});
