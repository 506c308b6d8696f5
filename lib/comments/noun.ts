import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

export const commentOps = operationsOf("comment", "subjects", {
  written: "author",
});

export const comments = noun({
  name: "comments",
  operations: [commentOps],
  facts: { values: { on: "code", subject_kind: "code" } },
});
