import "server-only";
import { command } from "#lib/frame/command.ts";
import { insightOps } from "#lib/insights/noun.ts";
import * as input from "#lib/insights/schema.ts";
import { answerInsights, reopenInsights } from "#lib/insights/writes/answer.ts";
import * as describe from "#lib/insights/writes/describe.ts";
import { handInInsight } from "#lib/insights/writes/hand-in.ts";
import { mergeInsights, partInsights, splitInsight } from "#lib/insights/writes/merge.ts";
import { addReason, archiveReason } from "#lib/insights/writes/reasons.ts";
import * as triage from "#lib/insights/writes/triage.ts";

export const insightsCommands = {
  "insight.hand-in": command({
    input: input.handInInput,
    permissions: ["insight:hand-in"],
    operations: [insightOps.handedIn],
    run: handInInsight,
  }),
  "insight.assign": command({
    input: input.assignInput,
    permissions: ["insight:triage"],
    operations: [insightOps.assigned],
    run: triage.assignInsights,
  }),
  "insight.return": command({
    input: input.returnInput,
    permissions: ["insight:triage"],
    operations: [insightOps.returned],
    run: triage.returnInsights,
  }),
  "insight.snooze": command({
    input: input.snoozeInput,
    permissions: ["insight:triage"],
    operations: [insightOps.snoozed],
    run: triage.snooze,
  }),
  "insight.edit-title": command({
    input: input.editTitleInput,
    permissions: ["insight:triage"],
    operations: [insightOps.edited],
    run: triage.editTitle,
  }),
  "insight.edit-kind": command({
    input: input.editKindInput,
    permissions: ["insight:triage"],
    operations: [insightOps.edited],
    run: triage.editKind,
  }),
  "insight.edit-language": command({
    input: input.editLanguageInput,
    permissions: ["insight:triage"],
    operations: [insightOps.edited],
    run: describe.editLanguage,
  }),
  "insight.edit-severity": command({
    input: input.editSeverityInput,
    permissions: ["insight:triage"],
    operations: [insightOps.edited],
    run: describe.editSeverity,
  }),
  "insight.add-customer": command({
    input: input.addCustomerInput,
    permissions: ["insight:triage"],
    operations: [insightOps.customerAdded],
    run: describe.addCustomer,
  }),
  "insight.answer": command({
    input: input.answerInput,
    permissions: ["insight:answer"],
    operations: [insightOps.answered],
    run: answerInsights,
  }),
  "insight.reopen": command({
    input: input.reopenInput,
    permissions: ["insight:answer"],
    operations: [insightOps.reopened],
    run: reopenInsights,
  }),
  "insight.add-reason": command({
    input: input.addReasonInput,
    permissions: ["insight:answer"],
    operations: [insightOps.reasonAdded],
    run: addReason,
  }),
  "insight.archive-reason": command({
    input: input.archiveReasonInput,
    permissions: ["insight:answer"],
    operations: [insightOps.reasonArchived],
    run: archiveReason,
  }),
  "insight.merge": command({
    input: input.mergeInput,
    permissions: ["insight:triage"],
    operations: [insightOps.merged],
    run: mergeInsights,
  }),
  "insight.part": command({
    input: input.idsInput,
    permissions: ["insight:triage"],
    operations: [insightOps.parted],
    run: partInsights,
  }),
  "insight.split": command({
    input: input.splitInput,
    permissions: ["insight:triage"],
    operations: [insightOps.split],
    run: splitInsight,
  }),
};
