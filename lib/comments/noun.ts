import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

export const commentOps = operationsOf("comment", ["insights", "themes", "initiatives"], {
  written: "author",
});

export const comments = noun({
  name: "comments",
  operations: [commentOps],
  facts: { params: ["on"], codes: ["on"] },
});
