import "server-only";
import { command } from "#lib/frame/command.ts";
import { initiativeOps } from "#lib/initiatives/noun.ts";
import * as input from "#lib/initiatives/schema.ts";
import * as commands from "#lib/initiatives/writes/initiatives.ts";
import * as links from "#lib/initiatives/writes/links.ts";

export const initiativesCommands = {
  "initiative.create": command({
    input: input.createInitiativeInput,
    permissions: ["initiative:edit"],
    operations: [initiativeOps.created],
    run: commands.createInitiative,
  }),
  "initiative.edit": command({
    input: input.editInitiativeInput,
    permissions: ["initiative:edit"],
    operations: [initiativeOps.edited],
    run: commands.editInitiative,
  }),
  "initiative.score": command({
    input: input.scoreInitiativeInput,
    permissions: ["initiative:score"],
    operations: [initiativeOps.scored],
    run: commands.scoreInitiative,
  }),
  "initiative.archive": command({
    input: input.archiveInitiativesInput,
    permissions: ["initiative:edit"],
    operations: [initiativeOps.archived],
    run: commands.archiveInitiatives,
  }),
  "initiative.link-epic": command({
    input: input.linkEpicInput,
    permissions: ["initiative:edit"],
    operations: [initiativeOps.linked, initiativeOps.unlinked],
    run: links.linkEpic,
  }),
  "initiative.link-key-results": command({
    input: input.linkKeyResultsInput,
    permissions: ["okr:link"],
    operations: [initiativeOps.linked],
    run: links.linkKeyResults,
  }),
  "initiative.unlink-key-results": command({
    input: input.linkKeyResultsInput,
    permissions: ["okr:link"],
    operations: [initiativeOps.unlinked],
    run: links.unlinkKeyResults,
  }),
};
