import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

export const messageOps = operationsOf("message", [], {
  retried: "final",
  silenced: "author",
  allowed: "author",
});

export const outbox = noun({ name: "outbox", operations: [messageOps] });
