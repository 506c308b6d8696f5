import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

export const followOps = operationsOf("follow", [], {
  started: "author",
  ended: "author",
});

export const noticeOps = operationsOf("notice", [], {
  read: "author",
  cleared: "author",
});

export const notices = noun({
  name: "notices",
  operations: [followOps, noticeOps],
  facts: { values: { on: "code", subject_kind: "code" } },
});
