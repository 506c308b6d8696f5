import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

/** What a person's own account is about: everyone edits their own preferences, Product Ops what others are. */
export const accountOps = operationsOf("person", ["people"], {
  signedInFirst: "final",
  edited: "final",
});

export const sessionOps = operationsOf("session", [], {
  ended: "final",
});

export const auth = noun({
  name: "auth",
  operations: [accountOps, sessionOps],
  facts: { values: { own: "code", language: "code" } },
});
