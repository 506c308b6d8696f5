import "server-only";
import { command } from "#lib/frame/command.ts";
import { keyResultOps, objectiveOps } from "#lib/okrs/noun.ts";
import * as input from "#lib/okrs/schema.ts";
import * as keyResults from "#lib/okrs/writes/key-results.ts";
import * as objectives from "#lib/okrs/writes/objectives.ts";

export const okrsCommands = {
  "objective.create": command({
    input: input.createObjectiveInput,
    permissions: ["okr:edit-company", "okr:edit-department", "okr:edit-individual"],
    operations: [objectiveOps.created],
    run: objectives.createObjective,
  }),
  "objective.edit": command({
    input: input.editObjectiveInput,
    permissions: ["okr:edit-company", "okr:edit-department", "okr:edit-individual"],
    operations: [objectiveOps.edited],
    run: objectives.editObjective,
  }),
  "objective.archive": command({
    input: input.archiveInput,
    permissions: ["okr:edit-company", "okr:edit-department", "okr:edit-individual"],
    operations: [objectiveOps.archived],
    run: objectives.archiveObjective,
  }),
  "key-result.create": command({
    input: input.createKeyResultInput,
    permissions: ["okr:edit-company", "okr:edit-department", "okr:edit-individual"],
    operations: [keyResultOps.created],
    run: keyResults.createKeyResult,
  }),
  "key-result.edit": command({
    input: input.editKeyResultInput,
    permissions: ["okr:edit-company", "okr:edit-department", "okr:edit-individual"],
    operations: [keyResultOps.edited],
    run: keyResults.editKeyResult,
  }),
  "key-result.archive": command({
    input: input.archiveInput,
    permissions: ["okr:edit-company", "okr:edit-department", "okr:edit-individual"],
    operations: [keyResultOps.archived],
    run: keyResults.archiveKeyResult,
  }),
  "key-result.check-in": command({
    input: input.checkInInput,
    permissions: ["okr:check-in", "okr:edit-company", "okr:edit-department", "okr:edit-individual"],
    operations: [keyResultOps.checkedIn],
    run: keyResults.checkIn,
  }),
  "key-result.retract": command({
    input: input.retractInput,
    permissions: ["okr:check-in", "okr:edit-company", "okr:edit-department", "okr:edit-individual"],
    operations: [keyResultOps.retracted],
    run: keyResults.retractCheckIn,
  }),
};
