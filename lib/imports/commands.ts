import "server-only";
import { command } from "#lib/frame/command.ts";
import { importOps } from "#lib/imports/noun.ts";
import * as input from "#lib/imports/schema.ts";
import { undoWork } from "#lib/imports/work/writes/commands-undo.ts";
import * as commands from "#lib/imports/writes/commands.ts";
import { enqueueImport } from "#lib/imports/writes/import-queue.ts";
import { undoImport } from "#lib/imports/writes/undo/commands-undo.ts";

const wake = ({ id }: { id: string }) => enqueueImport(id);

export const importsCommands = {
  "import.answer": command({
    input: input.answerImportInput,
    permissions: ["import:run"],
    operations: [importOps.answered],
    run: commands.answerImport,
    after: wake,
  }),
  "import.retry": command({
    input: input.retryImportInput,
    permissions: ["import:run"],
    operations: [importOps.retried],
    run: commands.retryImport,
    after: wake,
  }),
  "import.give-up": command({
    input: input.retryImportInput,
    permissions: ["import:run"],
    operations: [importOps.givenUp],
    run: commands.giveUpImport,
  }),
  "import.undo": command({
    input: input.undoImportInput,
    permissions: ["import:run"],
    operations: [importOps.undoAsked],
    run: undoImport,
    after: wake,
  }),
  "import.undo-work": command({
    input: input.undoImportInput,
    permissions: ["import:run"],
    operations: [importOps.undone],
    run: undoWork,
  }),
};
