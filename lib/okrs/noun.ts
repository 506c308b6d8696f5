import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

export const objectiveOps = operationsOf("objective", ["okrs"], {
  created: "checked",
  edited: "checked",
  archived: "checked",
});

export const keyResultOps = operationsOf("key-result", ["okrs"], {
  created: "checked",
  edited: "checked",
  archived: "checked",
  checkedIn: "final",
  retracted: "final",
});

export const okrs = noun({
  name: "okrs",
  operations: [objectiveOps, keyResultOps],
  topics: { okrs: "okr:read" },
  facts: {
    kinds: ["objective", "key_result", "parent"],
    values: {
      title: "text",
      now: "number",
      start: "number",
      target: "number",
      unit: "text",
      direction: "code",
      commitment: "code",
      is_shared: "code",
    },
  },
});
