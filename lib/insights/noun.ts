import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

export const insightOps = operationsOf("insight", ["insights"], {
  handedIn: "final",
  assigned: "insight:triage",
  returned: "insight:triage",
  snoozed: "insight:triage",
  edited: "insight:triage",
  customerAdded: "insight:triage",
  merged: "insight:triage",
  parted: "insight:triage",
  split: "insight:triage",
  answered: "insight:answer",
  reopened: "insight:answer",
  reasonAdded: "final",
  reasonArchived: "insight:answer",
});

export const insights = noun({
  name: "insights",
  operations: [insightOps],
  topics: { insights: "insight:hand-in" },
  commented: ["insights"],
  facts: {
    kinds: [
      "insight",
      "merged_into",
      "split_from",
      "answer_initiative",
      "answer_entry",
      "answer_reason",
      "decline_reason",
    ],
    values: {
      answer: "code",
      snoozed_until: "day",
      kind: "code",
      title: "text",
      severity: "text",
    },
  },
});
