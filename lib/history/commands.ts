import "server-only";
import { command } from "#lib/frame/command.ts";
import { undoInput } from "#lib/history/schema.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { undone } from "#lib/operations/noun.ts";

/** The history stands above the nouns, by whose rules it takes back: `lib/commands.ts` lists it beside theirs. */
export const historyCommands = {
  undo: command({
    input: undoInput,
    permissions: ["operation:undo"],
    operations: [undone],
    run: undoOperation,
  }),
};
