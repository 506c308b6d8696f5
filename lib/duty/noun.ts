import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

export const dutyOps = operationsOf("duty", [], {
  planned: "final",
  exchanged: "author",
  given: "duty:give",
});

export const duty = noun({
  name: "duty",
  operations: [dutyOps],
  facts: { values: { week: "day", other_week: "day", holder: "text" } },
});
