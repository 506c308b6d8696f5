import "server-only";
import { sourceOps } from "#lib/desks/noun.ts";
import * as input from "#lib/desks/schema.ts";
import * as commands from "#lib/desks/writes/commands.ts";
import { command } from "#lib/frame/command.ts";

export const desksCommands = {
  "source.save": command({
    input: input.saveSourceInput,
    permissions: ["source:manage"],
    operations: [sourceOps.saved],
    run: commands.saveSource,
  }),
  "source.save-statuses": command({
    input: input.saveStatusesInput,
    permissions: ["source:manage"],
    operations: [sourceOps.saved],
    run: commands.saveStatuses,
  }),
  "source.pause": command({
    input: input.sourceIdInput,
    permissions: ["source:manage"],
    operations: [sourceOps.paused],
    run: commands.pauseSource,
  }),
  "source.resume": command({
    input: input.sourceIdInput,
    permissions: ["source:manage"],
    operations: [sourceOps.resumed],
    run: commands.resumeSource,
  }),
  "source.ask-pull": command({
    input: input.sourceIdInput,
    permissions: ["source:manage"],
    operations: [sourceOps.pullAsked],
    run: commands.askPull,
  }),
  "source.disconnect": command({
    input: input.sourceIdInput,
    permissions: ["source:manage"],
    operations: [sourceOps.disconnected],
    run: commands.disconnectSource,
  }),
};
