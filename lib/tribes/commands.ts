import "server-only";
import { command } from "#lib/frame/command.ts";
import { departmentOps, teamOps, tribeOps } from "#lib/tribes/noun.ts";
import * as input from "#lib/tribes/schema.ts";
import * as commands from "#lib/tribes/writes/tribes.ts";

export const tribesCommands = {
  "department.save": command({
    input: input.saveDepartmentInput,
    permissions: ["people:manage"],
    operations: [departmentOps.saved],
    run: commands.saveDepartment,
  }),
  "tribe.save": command({
    input: input.saveTribeInput,
    permissions: ["people:manage"],
    operations: [tribeOps.saved],
    run: commands.saveTribe,
  }),
  "tribe.archive": command({
    input: input.archiveTribeInput,
    permissions: ["people:manage"],
    operations: [tribeOps.archived],
    run: commands.archiveTribe,
  }),
  "team.save": command({
    input: input.saveTeamInput,
    permissions: ["people:manage"],
    operations: [teamOps.saved],
    run: commands.saveTeam,
  }),
  "team.archive": command({
    input: input.archiveTribeInput,
    permissions: ["people:manage"],
    operations: [teamOps.archived],
    run: commands.archiveTeam,
  }),
};
